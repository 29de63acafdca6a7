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

/**
 * `namedBuildings` in SQL, of the communities that were entered. Homes are counted building by building, by their index: how few
 * communities were entered is hidden from the planner, and it would count all homes of the installation.
 */
const named = `(select s.community_id, s.building_id from (select z.community_id, z.building_id, z.size,
      min(z.size) over (partition by z.community_id) as least,
      sum(z.size) over (partition by z.community_id order by z.size, z.building_id) - z.size as smaller
    from (select g.community_id, g.id as building_id, k.size from public.building g
      cross join lateral (select count(*) as size from public.household y
        where y.community_id = g.community_id and y.building_id = g.id) k where k.size > 0) z) s
  where s.size >= ${MANY} and (s.least >= ${MANY} or s.smaller >= ${MANY}))`;

/** Brings `n.building_id`, the building of each of `row` where it may be named, for what is counted by buildings. */
export const withNamed = (row: string) =>
  `left join ${named} n on n.community_id = ${row}.community_id and n.building_id = ${row}.building_id`;

/**
 * Those that may be named are no matter of the row: they are counted when the first row asks, for all of them, and not at all where
 * nobody asks.
 */
const isNamed = (row: string, building: string) =>
  `(${row}.community_id, ${row}.${building}) in (select n.community_id, n.building_id from ${named} n)`;

/** The number of the building of `row`, where it may be named. */
export const namedOf = (row: string) => `case when ${isNamed(row, 'building_id')} then ${row}.building_id end`;

/** The building of the household `id`, where it may be named. The home is found by its own number, then its building. */
export const buildingOf = (row: string, id: string) => `(select case when ${isNamed('b', 'id')} then b.name end
  from public.building b where b.community_id = ${row}.community_id and b.id = (select h.building_id from public.household h
    where h.community_id = ${row}.community_id and h.id = ${row}.${id}))`;
