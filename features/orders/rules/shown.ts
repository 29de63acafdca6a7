/** What a template's fields stand for. A field nobody knows stays as it is, so that whoever sends it sees it. */
export const filledIn = (body: string, fields: Readonly<Record<string, string>>): string =>
  body.replace(/\{([^{}]{1,12})\}/gu, (whole, name: string) => fields[name] ?? whole);

interface Filling {
  /** Empty where nobody may be named. */
  complainant: string;
  called: { title: string; place: string };
  no: number;
  unit: string;
}

/** What is known of a case for the fields of a template. */
export const fieldsOf = ({ complainant, called, no, unit }: Filling): Record<string, string> => ({
  称呼: complainant || '您好',
  ...(called.title && { 事情: called.title }),
  ...(called.place && { 地点: called.place }),
  编号: String(no),
  单位: unit,
});

/** Fields nothing was filled in for, as they stand in the words. */
export const fieldsLeft = (words: string): string[] => [...new Set(words.match(/\{[^{}]{1,12}\}/gu) ?? [])];

/** Somebody's name as it is shown to those who need not ring: 刘女士 stays, 刘桂芬 becomes 刘**. */
export function maskedName(name: string): string {
  if (name === '' || /(先生|女士|大爷|大妈|阿姨|师傅|居民|保密)$/u.test(name)) return name;
  const [first = ''] = name;
  return `${first}**`;
}
