import type { Locale } from './edition';
import { formatList } from './words';

const NUMBERS = '[0-9A-Za-z]+(?:[、,，和及][0-9A-Za-z]+)*';
const PART = new RegExp(`^(?:(${NUMBERS})(?:号楼|号))?(?:(${NUMBERS})单元)?$`, 'u');
/** What stands between two of them: after one is named to its end. */
const BETWEEN = /(?<=号楼|单元|号)[、,，和及与]/u;

const listed = (numbers: string) => formatList(numbers.split(/[、,，和及]/u), 'en');
const isOne = (numbers: string) => /^[0-9A-Za-z]+$/.test(numbers);

function partInEnglish(part: string): string | null {
  const [, buildings, entrances] = PART.exec(part) ?? [];
  const building = buildings && `${isOne(buildings) ? 'building' : 'buildings'} ${listed(buildings)}`;
  const entrance = entrances && `${isOne(entrances) ? 'entrance' : 'entrances'} ${listed(entrances)}`;
  return [building, entrance].filter(Boolean).join(', ') || null;
}

/**
 * A group or a place as it is called in a language. People write them in Chinese; one made of buildings and entrances alone,
 * 14号楼, is said in English as buildings are everywhere else, any other stays as it was written.
 */
export function placeIn(name: string, locale: Locale): string {
  if (locale === 'zh') return name;
  const parts = name.normalize('NFKC').replace(/\s+/gu, '').split(BETWEEN).map(partInEnglish);
  const said = parts.every((one) => one !== null) ? formatList(parts, 'en') : null;
  return said === null ? name : said.charAt(0).toUpperCase() + said.slice(1);
}

/** A group of several, by its key; empty where it is none of them. */
export const groupOf = (groups: readonly { id: number; name: string }[], id: number | null, locale: Locale): string =>
  placeIn(groups.find((one) => one.id === id)?.name ?? '', locale);
