import { type SQL, sql } from 'drizzle-orm';
import { wantsNoVisits } from '@/features/people/facts';
import { fact, list } from '@/lib/facts';

/** Of a proposal, the needs it came from. */
export const needFacts = {
  needs: fact<number[]>(
    list(sql`select json_agg(distinct s.need_id) from need_step s where s.community_id = proposal.community_id
      and s.into = 'proposal' and s.into_no = proposal.no`),
  ),
};

/** A home of these names: `h`, `u`, `e`, `b`. */
export const placed = sql`household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
  join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
  join building b on b.community_id = h.community_id and b.id = h.building_id`;

export const homeOf = sql`'household', h.id, 'building', b.name, 'entrance', e.no, 'door', u.door`;

const DOORS = {
  opinion: 'received_at',
  alternative_word: 'received_at',
  works_place_word: 'at',
  repair_step: 'at',
  short_objection: 'at',
  notice_opposition: 'at',
  need_step: 'at',
};

const atItsDoor = (by: SQL) =>
  Object.entries(DOORS).map(
    ([
      table,
      when,
    ]) => sql`(select max(d.${sql.identifier(when)}) from ${sql.identifier(table)} d where d.community_id = h.community_id
      and d.household_id = h.id and d.recorder_id is not null and d.channel = 'door' and ${by})`,
  );

/** When anybody of a home `h` was last met: on a visit, at its door whatever was asked there, because it asked for somebody. */
export const lastMet: SQL = sql`greatest(
  (select max(v.visited_at) from home_visit v where v.community_id = h.community_id and v.household_id = h.id
    and v.outcome = 'met'),
  (select max(i.kept_at) from invitation i where i.community_id = h.community_id and i.household_id = h.id),
  ${sql.join(atItsDoor(sql`true`), sql`, `)})`;

/** When this person was last at home `h`: on a visit, or at its door whatever was asked there. */
export const lastThere = (personId: number): SQL => sql`greatest(
  (select max(v.visited_at) from home_visit v where v.community_id = h.community_id and v.household_id = h.id
    and v.outcome is not null and ${personId} in (v.recorded_by, v.visitor_id)),
  ${sql.join(atItsDoor(sql`d.recorder_id = ${personId}`), sql`, `)})`;

export const asksForNone: SQL = wantsNoVisits(sql`h`);
