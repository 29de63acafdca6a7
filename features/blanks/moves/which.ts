import { type SQL, sql } from 'drizzle-orm';
import { theirs } from '@/features/orders/moves/asked';
import { endOfDay, startOfDay } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import type { BlankFilter, BlankOf } from '../rules';

const all = (parts: readonly (SQL | null)[]): SQL =>
  sql.join(
    parts.flatMap((one) => one ?? []),
    sql` and `,
  );

/** On or after the first of these days, and on or before the last. */
const between = (column: SQL, { from, to }: BlankFilter): (SQL | null)[] => [
  from === null ? null : sql`${column} >= ${startOfDay(from).toISOString()}::timestamptz`,
  to === null ? null : sql`${column} <= ${endOfDay(to).toISOString()}::timestamptz`,
];

const when = (said: boolean, then: SQL): SQL | null => (said ? then : null);

/** Where rows of each kind stand, by the names their values go by. */
export const FROM: Readonly<Record<BlankOf, SQL>> = {
  homes: sql`unit u join entrance e on e.community_id = u.community_id and e.id = u.entrance_id
    join building b on b.community_id = e.community_id and b.id = e.building_id
    left join household h on h.community_id = u.community_id and h.unit_id = u.id and h.ended_at is null`,
  cases: sql`cases k`,
  works: sql`works w join proposal p on p.community_id = w.community_id and p.id = w.proposal_id`,
  visits: sql`home_visit v join household h on h.community_id = v.community_id and h.id = v.household_id
    join unit u on u.community_id = h.community_id and u.id = h.unit_id
    join entrance e on e.community_id = u.community_id and e.id = u.entrance_id
    join building b on b.community_id = e.community_id and b.id = e.building_id`,
  rounds: sql`round r join proposal p on p.community_id = r.community_id and p.id = r.proposal_id`,
  needs: sql`need n join household h on h.community_id = n.community_id and h.id = n.household_id
    join unit u on u.community_id = h.community_id and u.id = h.unit_id
    join entrance e on e.community_id = u.community_id and e.id = u.entrance_id
    join building b on b.community_id = e.community_id and b.id = e.building_id`,
  turns: sql`duty_shift d join steward w on w.community_id = d.community_id and w.id = d.steward_id
    left join steward s on s.community_id = d.community_id and s.id = d.on_duty_id`,
};

/** How a turn `d` stands: hours are written down, nobody is there, or it is still to come or to be confirmed. */
export const standing = sql`case when d.minutes is not null then 'served' when d.on_duty_id is null then 'vacant' else 'ahead' end`;

/** Which rows of a kind are asked for, of those whoever asks may know of. */
export function which(scope: Scope, of: BlankOf, filter: BlankFilter): SQL {
  const { communityId } = scope;
  const { building, entrance, state } = filter;
  if (of === 'homes')
    return all([
      sql`u.community_id = ${communityId} and u.status <> 'gone'`,
      when(building !== null, sql`e.building_id = ${building}`),
      when(entrance !== null, sql`e.id = ${entrance}`),
      when(state === 'lived', sql`h.id is not null`),
      when(state === 'empty', sql`h.id is null`),
    ]);
  if (of === 'cases')
    return all([
      theirs(scope),
      when(building !== null, sql`k.building_id = ${building}`),
      when(state !== null, sql`k.state = ${state}`),
      ...between(sql`k.received_at`, filter),
    ]);
  if (of === 'works')
    return all([
      sql`w.community_id = ${communityId}`,
      when(state === 'building', sql`w.completed_at is null`),
      when(state === 'completed', sql`w.completed_at is not null`),
      ...between(sql`w.started_at`, filter),
    ]);
  if (of === 'visits')
    return all([
      sql`v.community_id = ${communityId} and v.outcome is not null`,
      when(building !== null, sql`e.building_id = ${building}`),
      when(entrance !== null, sql`e.id = ${entrance}`),
      when(state !== null, sql`v.outcome = ${state}`),
      ...between(sql`v.visited_at`, filter),
    ]);
  if (of === 'needs')
    return all([
      sql`n.community_id = ${communityId}`,
      when(building !== null, sql`e.building_id = ${building}`),
      when(entrance !== null, sql`e.id = ${entrance}`),
      when(state !== null, sql`n.state = ${state}`),
      ...between(sql`n.at`, filter),
    ]);
  if (of === 'turns')
    return all([
      sql`d.community_id = ${communityId}`,
      when(state !== null, sql`${standing} = ${state}`),
      ...between(sql`(d.day::timestamp at time zone 'Asia/Shanghai')`, filter),
    ]);
  return all([
    sql`r.community_id = ${communityId}`,
    when(state !== null, sql`r.state = ${state}`),
    ...between(sql`r.opens_at`, filter),
  ]);
}

/** How many rows that are. */
export async function countRows(scope: Scope, of: BlankOf, filter: BlankFilter): Promise<number> {
  const { rows } = await scope.db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${FROM[of]} where ${which(scope, of, filter)}`,
  );
  return rows[0]?.n ?? 0;
}
