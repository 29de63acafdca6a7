import { BLANK_OF, type BlankOf } from '@/db/words/blanks';
import { CASE_STATES } from '@/db/words/orders';
import { ROUND_STATES } from '@/db/words/rounds';
import { HOME_VISIT_OUTCOMES, NEED_STATES } from '@/db/words/visits';
import { readDay } from '@/lib/calendar';
import type { Field, Fields } from './rules/basics';
import { cases } from './rules/cases';
import { homes } from './rules/homes';
import { needs } from './rules/needs';
import { rounds } from './rules/rounds';
import { turns } from './rules/turns';
import { visits } from './rules/visits';
import { works } from './rules/works';

export { BLANK_OF, type BlankOf } from '@/db/words/blanks';

/** What is known of each kind of row. Another kind is one more line, and how its rows are found in `moves/`. */
export const FIELDS: Readonly<Record<BlankOf, Fields>> = { homes, cases, works, rounds, visits, needs, turns };

/** In which states each kind may be, to choose by. */
export const STATES: Readonly<Record<BlankOf, readonly string[]>> = {
  homes: ['lived', 'empty'],
  cases: CASE_STATES,
  works: ['building', 'completed'],
  rounds: ROUND_STATES,
  visits: HOME_VISIT_OUTCOMES,
  needs: NEED_STATES,
  turns: ['ahead', 'served', 'vacant'],
};

/** Kinds whose rows have a day, those that stand in a building, and those that are at a door. */
export const BY_DAY: readonly BlankOf[] = ['cases', 'works', 'rounds', 'visits', 'needs', 'turns'];
export const BY_BUILDING: readonly BlankOf[] = ['homes', 'cases', 'visits', 'needs'];
export const BY_DOOR: readonly BlankOf[] = ['homes', 'visits', 'needs'];

/** Sheets of so many rows are filled in. */
export const MOST_ROWS = 5_000;
/** So many one puts in in a day. */
export const MOST_A_DAY = 30;

/** Of each column of a sheet, from 0, which field it is; those that are nobody's are not in it. */
export type Chosen = Readonly<Record<string, string>>;

const field = (of: BlankOf, name: string): Field | undefined =>
  Object.hasOwn(FIELDS[of], name) ? FIELDS[of][name] : undefined;

/** Whether every one of these is a field of such rows. */
export const areFields = (of: BlankOf, chosen: Chosen): boolean =>
  Object.values(chosen).every((name) => field(of, name) !== undefined);

export interface BlankFilter {
  building: number | null;
  entrance: number | null;
  state: string | null;
  from: string | null;
  to: string | null;
}

const number = (text: string | undefined) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null);
const dayIn = (text: string | undefined) => {
  const read = text ? readDay(text) : null;
  return read && 'day' in read ? read.day : null;
};

/** Which rows an address asks for; what it does not say, or says wrongly, is not asked. */
export function blankFilter(of: BlankOf, search: Partial<Record<string, string>>): BlankFilter {
  const days = BY_DAY.includes(of);
  return {
    building: BY_BUILDING.includes(of) ? number(search.building) : null,
    entrance: BY_DOOR.includes(of) ? number(search.entrance) : null,
    state: STATES[of].find((one) => one === search.state) ?? null,
    from: days ? dayIn(search.from) : null,
    to: days ? dayIn(search.to) : null,
  };
}

/** Whether it says of somebody what is theirs: in a column, or by which homes are in it, those that stand empty. */
export const isPersonal = (of: BlankOf, chosen: Chosen, filter: BlankFilter): boolean =>
  (of === 'homes' && filter.state !== null) || Object.values(chosen).some((name) => field(of, name)?.personal === true);

/** Days an address names that there are not: nobody is given all rows for them. */
export const wrongDays = (search: Partial<Record<string, string>>): ('from' | 'to')[] =>
  (['from', 'to'] as const).filter((name) => Boolean(search[name]?.trim()) && dayIn(search[name]) === null);

/** The same as an address. */
export const filterAsked = (filter: BlankFilter): string =>
  new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [[name, String(value)]],
    ),
  ).toString();

export const searchOf = (asked: string): Partial<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(asked));
export const filterOf = (of: BlankOf, asked: string): BlankFilter => blankFilter(of, searchOf(asked));

export const kindAsked = (text: string | undefined): BlankOf => BLANK_OF.find((one) => one === text) ?? 'homes';

/** Its columns were named for this heading: as the sheet remembers it. */
export const headingOf = (columns: readonly { name: string; above: string }[]): string =>
  columns.map(labelOf).join('|');

/** A column's name with what stands above it. */
export const labelOf = ({ name, above }: { name: string; above: string }): string =>
  above === '' ? name : `${above} / ${name}`;
