import type { Side } from '@/db/words/cases';
import { hoursAfter } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

export { type CaseKind, KINDS, SIDES, type Side, WRITTEN_DOWN } from '@/db/words/cases';

const NAMED = /1[3-9]\d{9}|\d{17}[\dXx]|[\p{Script=Han}]{1,2}(先生|女士|大爷|大妈|阿姨|师傅)/u;

/** A title stands on the board: it says what, not who. Phone and identity numbers and forms of address are refused. */
export function checkTitle(title: string): Result<string, 'names_a_person'> {
  return NAMED.test(title) ? refuse('names_a_person', undefined, { title: 'names_a_person' }) : ok(title);
}

/** What is wrong with what was typed, by itself. */
export const checksOf = ({ title, at, place }: { title: string; at?: string | undefined; place: string }) => [
  checkTitle(title),
  at || place ? ok() : refuse('invalid', undefined, { place: 'required' }),
];

/** A door, or the floor's number of one: 301室, 2单元301, 14号楼301. A building, or an entrance, is nobody's alone. */
const DOOR =
  /\d{1,4}\s*(室|户)|\d+\s*门(?!口|前|卫|诊)|(单元|号?楼|栋|幢)\s*\d{3,4}(?!\d)|(?<!\d)\d{1,2}[-－]\d{1,2}[-－]\d{3,4}(?!\d)/u;

/** As it is to hang: neither title nor place says who, or at which door. */
export function checkHung({
  title,
  place,
}: {
  title: string;
  place: string;
}): Result<undefined, 'names_a_person' | 'names_a_door' | 'place_names_a_person'> {
  if (NAMED.test(title)) return refuse('names_a_person', undefined, { title: 'names_a_person' });
  if (DOOR.test(title)) return refuse('names_a_door', undefined, { title: 'names_a_door' });
  if (NAMED.test(place)) return refuse('place_names_a_person', undefined, { place: 'place_names_a_person' });
  return DOOR.test(place) ? refuse('names_a_door', undefined, { place: 'names_a_door' }) : ok();
}

/** Whoever looks before anything hangs, where they write it down themselves. */
export const hangsAtOnce = (role: string): boolean => role === 'social-worker';

/** What is taken of a form by the capacity of whoever sends it: a form can be given fields it does not have. */
export function takenFrom<T extends Said>(role: string, said: T): T {
  const staff = role === 'social-worker' || role === 'hotline';
  if (staff || role === 'machine') return said;
  const captain = role === 'captain';
  return {
    ...said,
    externalNo: undefined,
    category: '',
    ...(captain ? { source: 'door' } : { complainant: '', phone: '' }),
  };
}

interface Said {
  source: string;
  externalNo?: string | undefined;
  category: string;
  complainant: string;
  phone: string;
}

/** A home as somebody says it: `301`, `1-301`, `14-1-301`, `14号楼1单元301室`; null where it is none. */
export function homeFrom(text: string): { building?: string; entrance?: number; door: string } | null {
  const parts = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?:室|户|号)\s*$/u, '')
    .split(/[-‐-―−/,、\s]+|号?楼|栋|幢|单元|门/u)
    .filter(Boolean);
  const [door, entrance, building, ...more] = parts.toReversed();
  if (!door || more.length > 0 || (entrance !== undefined && !/^\d{1,3}$/.test(entrance))) return null;
  return { door, ...(entrance && { entrance: Number(entrance) }), ...(building && { building }) };
}

/** What stands between the digits of a number tells no two of them apart. */
const bareNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s‐‑–—−_./#:·()[\]-]/gu, '')
    .toLowerCase();

/**
 * A case as somebody names it: by its number here (`18`, `第18号`, `No. 18`), or by the one that stands on the hotline's sheet,
 * however its hyphens and blanks are typed, or only the end of it with its zeros.
 */
export function caseNamed(text: string): { no: number | null; outer: string; tail: string | null } {
  const outer = bareNumber(text);
  const [, digits = ''] = /^(?:第|no|case|诉求)?(\d{1,9})(?:号|件)?$/u.exec(outer) ?? [];
  const isTail = /^0\d{2,8}$/.test(digits);
  return { no: digits !== '' && !isTail ? Number(digits) : null, outer, tail: isTail ? digits : null };
}

/** What a case can be said to be at. */
export const AT = ['place', 'building', 'entrance'] as const;

/** Where it is in words: what it is at, as it is called here, then what was said beside that. */
export const placeInWords = (at: string | null, words: string): string => [at, words].filter(Boolean).join(' · ');

/** It cannot have happened after it was written down. */
export function checkHappened(happenedAt: Date, now: Date): Result<Date, 'in_the_future'> {
  return happenedAt > now ? refuse('in_the_future', undefined, { happenedOn: 'not_future' }) : ok(happenedAt);
}

/** By when somebody has seen whose a case is, from when it came: a day. */
export const dispatchBy = (receivedAt: Date): Date => hoursAfter(receivedAt, 24);

/** Until the plan is signed a case can be taken out again; afterwards its household is called back because of it. */
export const UNLINKABLE = ['submitted', 'scoping', 'comparing', 'consulting', 'redesign', 'agreed', 'noticed'] as const;

/** What goes on with another proposal takes no more cases: they belong there. */
export const checkLinking = (state: string): Result<undefined, 'goes_on_elsewhere'> =>
  state === 'merged' ? refuse('goes_on_elsewhere', undefined, { proposal: 'goes_on_elsewhere' }) : ok();

export function checkUnlinking(state: string): Result<undefined, 'goes_on_elsewhere' | 'counted_on'> {
  if (state === 'merged') return refuse('goes_on_elsewhere');
  return UNLINKABLE.some((one) => one === state) ? ok() : refuse('counted_on');
}

/** The reason stands on the board, so it names nobody. */
export const checkReason = (reason: string): Result<undefined, 'reason_names_a_person'> =>
  NAMED.test(reason) ? refuse('reason_names_a_person', undefined, { reason: 'reason_names_a_person' }) : ok();

type Linked = { proposal: number; side: Side };

/**
 * Cases that pull at one place in different directions, side by side: for each proposal that gathered both.
 * A proposal with cases of one side only is not in the answer.
 */
export function opposing<T extends { links: readonly Linked[] }>(
  cases: readonly T[],
): { proposal: number; for: T[]; against: T[] }[] {
  const numbers = [...new Set(cases.flatMap((one) => one.links.map((link) => link.proposal)))].sort((a, b) => a - b);
  const of = (proposal: number, side: Side) =>
    cases.filter((one) => one.links.some((link) => link.proposal === proposal && link.side === side));
  return numbers
    .map((proposal) => ({ proposal, for: of(proposal, 'for'), against: of(proposal, 'against') }))
    .filter((pair) => pair.for.length > 0 && pair.against.length > 0);
}
