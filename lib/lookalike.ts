import confusables from './confusables.json';

/**
 * Letters that look alike, from `confusables.txt` of Unicode Technical Standard 39: those that look like Chinese and
 * Latin letters and digits, by what they look like. What NFKC makes the same anyway is left out.
 */
const prototype = new Map(
  Object.entries(confusables).flatMap(([looks, letters]) => [...letters].map((one) => [one, looks] as const)),
);

const once = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((letter) => prototype.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/[\p{M}\p{C}\p{Z}\p{P}\p{S}]/gu, '')
    .toLowerCase();

/** Two names of one skeleton look the same, or nearly, on a screen. It is for comparing, never for showing. */
export const skeleton = (name: string): string => once(once(name));

/** The first of these names that somebody could take this one for. */
export const lookalikeOf = <T extends { name: string | null }>(name: string, others: readonly T[]): T | undefined => {
  const own = skeleton(name);
  return own === '' ? undefined : others.find((other) => other.name !== null && skeleton(other.name) === own);
};

/** Written with the same letters, not with others that look like them: a namesake, as there are many. */
export const sameLetters = (one: string, other: string): boolean =>
  one.normalize('NFKC').replace(/\s/gu, '') === other.normalize('NFKC').replace(/\s/gu, '');
