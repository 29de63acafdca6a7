import { type SQL, sql } from 'drizzle-orm';
import { buildingNamed } from '@/features/people/facts';

/** Of a meeting `m`, what everybody who reads of it is told. */
export const toldOf = sql`'no', m.no, 'title', m.title, 'place', m.place, 'words', m.words, 'startsAt', m.starts_at,
  'endsAt', m.ends_at, 'movedFrom', m.moved_from, 'moveReason', m.move_reason, 'cancelledAt', m.cancelled_at,
  'cancelReason', m.cancel_reason, 'minutedAt', m.minuted_at, 'correctUntil', m.correct_until, 'fixedAt', m.fixed_at`;

/** The version of the minutes of item `i` that holds. */
export const latest = sql`(select x.version, x.said, x.decided from meeting_minute x
  where x.community_id = i.community_id and x.item_id = i.id order by x.version desc limit 1)`;

const promisesOf = sql`coalesce((select json_agg(json_build_object('position', q.position, 'what', q.what, 'who', q.who,
    'dueOn', q.due_on, 'doneOn', q.done_on, 'note', q.note) order by q.position) from meeting_promise q
  where q.community_id = i.community_id and q.item_id = i.id), '[]'::json)`;

/** What is talked over, with the minutes as they hold: of a meeting `m`. */
export const itemsOf = sql`coalesce((select json_agg(json_build_object('position', i.position, 'proposal', p.no,
    'title', p.title, 'version', coalesce(w.version, 0), 'said', coalesce(w.said, ''), 'decided', coalesce(w.decided, ''),
    'changed', (select count(*) from meeting_minute x where x.community_id = i.community_id and x.item_id = i.id
      and x.correction_id is not null), 'promises', ${promisesOf}) order by i.position)
  from meeting_item i join proposal p on p.community_id = i.community_id and p.id = i.proposal_id
    left join lateral ${latest} w on true
  where i.community_id = m.community_id and i.meeting_id = m.id), '[]'::json)`;

/** The same for a list: the numbers and titles alone. */
export const agendaOf = sql`coalesce((select json_agg(json_build_object('proposal', p.no, 'title', p.title) order by i.position)
  from meeting_item i join proposal p on p.community_id = i.community_id and p.id = i.proposal_id
  where i.community_id = m.community_id and i.meeting_id = m.id), '[]'::json)`;

/** At which a proposal `p` was talked over, or will be: the last first. */
export const meetingsOf = sql`coalesce((select json_agg(x.told order by x.starts_at desc, x.no desc) from (
    select m.starts_at, m.no, json_build_object(${toldOf}, 'agenda', ${agendaOf}) as told
    from meeting_item t join meeting m on m.community_id = t.community_id and m.id = t.meeting_id
    where t.community_id = p.community_id and t.proposal_id = p.id order by m.starts_at desc, m.no desc limit 10) x), '[]'::json)`;

/** Households of `m` that were there. */
export const presentOf = sql`(select count(*)::int from attendance a
  where a.community_id = m.community_id and a.meeting_id = m.id and a.struck_at is null)`;

/** Whether the household `h` was at `m`. */
export const thereOf = (h: SQL) => sql`exists (select from attendance a where a.community_id = m.community_id
  and a.meeting_id = m.id and a.household_id = ${h} and a.struck_at is null)`;

/** Whether the household `h` has said that it comes to `m`, at the time at which it is called now. */
export const comingTo = (
  h: SQL,
) => sql<boolean>`exists (select from meeting_coming k where k.community_id = m.community_id
  and k.meeting_id = m.id and k.household_id = ${h} and k.withdrawn_at is null and k.said_for = m.starts_at)`;

/** Where a household `h` lives, as people say it; it is joined with its unit `u`, entrance `e` and building `b`. */
export const homeOf = sql`'household', h.id, 'building', ${buildingNamed('b')}, 'entrance', e.no, 'door', u.door`;
export const homeJoins = sql`join unit u on u.community_id = h.community_id and u.id = h.unit_id
  join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
  join building b on b.community_id = h.community_id and b.id = h.building_id`;

/** What was written down there for the household and stands: it has not spoken for itself since. */
export const spokeThere = (meeting: SQL, household: SQL) => sql<boolean>`(exists (select from opinion o
  where o.community_id = ${meeting}.community_id and o.meeting_id = ${meeting}.id and o.household_id = ${household}
    and not exists (select from opinion l where l.community_id = o.community_id and l.round_id = o.round_id
      and l.household_id = o.household_id and l.seq > o.seq and l.own))
  or exists (select from alternative_word w join comparison c on c.community_id = w.community_id and c.id = w.comparison_id
  where w.community_id = ${meeting}.community_id and w.meeting_id = ${meeting}.id and w.household_id = ${household}
    and c.ended_at is null
    and not exists (select from alternative_choice x where x.community_id = c.community_id and x.comparison_id = c.id)
    and not exists (select from alternative_word l where l.community_id = w.community_id and l.comparison_id = w.comparison_id
      and l.household_id = w.household_id and l.seq > w.seq and l.own)))`;
