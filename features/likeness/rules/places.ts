const DIGITS = '零一二三四五六七八九';

/** 十四 → 14; up to ninety-nine, as buildings are counted. */
function numeral(said: string): string {
  if (/^\d+$/.test(said)) return String(Number(said));
  const [tens = '', ones = ''] = said.includes('十') ? said.split('十') : ['0', said];
  const digit = (one: string) => DIGITS.indexOf(one);
  const ten = tens === '' ? 1 : tens === '0' ? 0 : digit(tens);
  return String(ten * 10 + (ones === '' ? 0 : digit(ones)));
}

/** The buildings a place names, each once: "14号楼与十五号楼之间" → 14, 15. */
export function buildingsIn(place: string): string[] {
  const named = place.normalize('NFKC').matchAll(/(\d{1,4}|[一二三四五六七八九十]{1,3})\s*(?:号楼|栋|幢|#)/g);
  return [...new Set([...named].map((match) => numeral(match[1] ?? '')))];
}

/** Where something is: the buildings that are named, and what else the place is called. */
export interface Spot {
  buildings: readonly string[];
  named: string;
  /** Of the places the community has given names, the one it was said to be at, by its id. */
  known?: number;
}

const DOORS = /[\d一二三四五六七八九十]+\s*(?:号楼|栋|幢|#|号院|单元|楼门|层|楼|室|户|号|门)|\d+/g;
/** What says on which side of it, and not what it is. */
const BESIDE =
  /[和与跟及到、，,·的]|之?间|中间|旁边?|附近|门口|周围|一带|这边|那边|小区|社区|全区|院内|楼下|楼前|楼后|楼上|南侧|北侧|东侧|西侧|底下|下面|上面|那条|这条|那个|这个|\s/g;
const SHORTEST = 2;

/** `home`: the community's own name says nothing of where in it; `known`: of the named places the one that was chosen. */
export function spotOf(place: string, building: string | null, home = '', known: number | null = null): Spot {
  const plain = place.normalize('NFKC').replaceAll(home || '\0', '');
  const named = plain.replace(DOORS, '').replace(BESIDE, '');
  const buildings = new Set([...buildingsIn(plain), ...(building === null ? [] : [building])]);
  const spot = { buildings: [...buildings].sort(), named: named.length < SHORTEST ? '' : named };
  return known === null ? spot : { ...spot, known };
}

const numberOf = (building: string): number => (/^\d+$/.test(building) ? Number(building) : Number.NaN);

/** Next to each other by their numbers. */
export const areNeighbours = (one: string, other: string): boolean => Math.abs(numberOf(one) - numberOf(other)) === 1;

/** At one building, at one of the named places, or at what is called by one name; two named places are two. */
export function isSamePlace(one: Spot, other: Spot): boolean {
  if (one.buildings.some((building) => other.buildings.includes(building))) return true;
  if (one.known !== undefined && other.known !== undefined) return one.known === other.known;
  return one.named !== '' && other.named !== '' && (one.named.includes(other.named) || other.named.includes(one.named));
}

/** There, or at the next building. */
export const isNear = (one: Spot, other: Spot): boolean =>
  isSamePlace(one, other) || one.buildings.some((a) => other.buildings.some((b) => areNeighbours(a, b)));

/** What a community is called in its own places. */
export const homeName = ({ nameZh }: { nameZh: string }): string => nameZh.replace(/(社区|小区)$/, '');
