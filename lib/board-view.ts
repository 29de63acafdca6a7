export type { BoardViews } from '@/db/board-views';

/** Why anybody may read a column, where many have the same reason. */
export const why = {
  id: 'joins what hangs on the board; a number that leads to no person and no home',
  number: 'its public number',
  staff: 'staff wrote it for everybody',
  life: 'the course of a matter is everybody’s',
  counted: 'null where it is one household or two',
};

/** Columns shown as they stand, all for one reason. */
export const because = (reason: string, ...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, reason]));

/** A count of what households said: no number from 1 to 2 leaves the database. */
export const fromThree = (count: string) => `nullif(nullif((${count})::int, 1), 2)`;
export const few = (count: string) => `${count} between 1 and 2`;

/** The building of the household `id`. */
export const buildingOf = (row: string, id: string) => `(select b.name from public.household h
  join public.building b on b.community_id = h.community_id and b.id = h.building_id
  where h.community_id = ${row}.community_id and h.id = ${row}.${id})`;
