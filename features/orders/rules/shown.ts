/** What a template's fields stand for. A field nobody knows stays as it is, so that whoever sends it sees it. */
export const filledIn = (body: string, fields: Readonly<Record<string, string>>): string =>
  body.replace(/\{([^{}]{1,12})\}/gu, (whole, name: string) => fields[name] ?? whole);

/** Somebody's name as it is shown to those who need not ring: 刘女士 stays, 刘桂芬 becomes 刘**. */
export function maskedName(name: string): string {
  if (name === '' || /(先生|女士|大爷|大妈|阿姨|师傅|居民|保密)$/u.test(name)) return name;
  const [first = ''] = name;
  return `${first}**`;
}
