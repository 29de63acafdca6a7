import { FEW, MANY } from './telling';

export type { BoardViews } from '@/db/board-views';

/** Why anybody may read a column, where many have the same reason. */
export const why = {
  id: 'joins what hangs on the board; a number that leads to no person and no home',
  number: 'its public number',
  staff: 'staff wrote it for everybody',
  life: 'the course of a matter is everybody’s',
  counted: 'null where it is one household or two',
  few: 'null where it would tell of too few',
  over: 'null until it is over: a number that grows by one tells whose',
};

/** Columns shown as they stand, all for one reason. */
export const because = (reason: string, ...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, reason]));

/** A count of what households said: no number from 1 to 2 leaves the database. */
export const fromThree = (count: string) => `case when not (${few(count)}) then (${count})::int end`;
export const few = (count: string) => `${count} between 1 and ${FEW - 1}`;

/** Where a count of so many may be told. */
export const ofMany = (count: string) => `${count} >= ${MANY}`;

/** The day of a moment in the community's time: its beginning. */
export const dayOf = (moment: string) => `date_trunc('day', ${moment}, 'Asia/Shanghai')`;

/** `namedBuildings` in SQL: those of the community of `row`. */
const named = (row: string) => `(select s.building_id from (select z.building_id, z.size, min(z.size) over () as least,
      sum(z.size) over (order by z.size, z.building_id) - z.size as smaller
    from (select y.building_id, count(*) as size from public.household y where y.community_id = ${row}.community_id
      group by y.building_id) z) s
  where s.size >= ${MANY} and (s.least >= ${MANY} or s.smaller >= ${MANY}))`;

/** A building, where it may be named. */
export const namedOnly = (row: string, building: string) =>
  `case when ${row}.${building} in ${named(row)} then ${row}.${building} end`;

/** The building of the household `id`, where it may be named. */
export const buildingOf = (row: string, id: string) => `(select b.name from public.household h
  join public.building b on b.community_id = h.community_id and b.id = h.building_id
  where h.community_id = ${row}.community_id and h.id = ${row}.${id} and h.building_id in ${named(row)})`;
