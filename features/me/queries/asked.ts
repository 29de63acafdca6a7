import { type SQL, sql } from 'drizzle-orm';
import { isNobodys } from '@/features/alternatives/facts';
import { isDisowned } from '@/features/proposals/facts';
import { ROTA_DAYS } from '@/features/stewards/rules';
import { addDays, type Day } from '@/lib/calendar';

/** What others wrote down for their household since `since`, where it stands: in rounds, and of alternatives nobody has chosen from. */
export const writtenDown = (
  since: SQL,
) => sql`select json_build_object('community', k.slug, 'round', x.round, 'proposal', p.no,
    'title', p.title, 'receivedAt', x.received_at, 'closesAt', x.closes_at) as view
  from (select r.community_id, r.proposal_id, r.no as round, o.received_at, r.closes_at
      from opinion o join homes using (community_id, household_id)
        join round r on r.community_id = o.community_id and r.id = o.round_id
      where not o.own and o.received_at > ${since}
        and not exists (select 1 from opinion later where later.community_id = o.community_id
          and later.round_id = o.round_id and later.household_id = o.household_id and (later.own or later.seq > o.seq)
          and not ${isDisowned(sql`later`)})
    union all select c.community_id, c.proposal_id, null, w.received_at, c.closes_at
      from alternative_word w join homes using (community_id, household_id)
        join comparison c on c.community_id = w.community_id and c.id = w.comparison_id and c.ended_at is null
      where not w.own and w.received_at > ${since} and not ${isNobodys()}
        and not exists (select from alternative_choice h where h.community_id = c.community_id and h.comparison_id = c.id)
        and not exists (select from alternative_word later where later.community_id = w.community_id
          and later.comparison_id = w.comparison_id and later.household_id = w.household_id
          and (later.own or later.seq > w.seq) and not ${isNobodys(sql`later`)})) x
    join community k on k.id = x.community_id
    join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
  order by x.received_at limit 20`;

/** Meetings their household is asked to, until they are over. */
export const called = (
  now: SQL,
) => sql`select json_build_object('community', k.slug, 'no', m.no, 'title', m.title, 'place', m.place,
    'startsAt', m.starts_at) as view
  from meeting m join community k on k.id = m.community_id
  where m.cancelled_at is null and m.ends_at > ${now}
    and exists (select 1 from meeting_invited v join homes using (community_id, household_id)
      where v.community_id = m.community_id and v.meeting_id = m.id)
  order by m.starts_at limit 20`;

/** What their household has signed up for since they live there, until it is over; `waiting`: and has no place yet. */
export const signedUp = (
  now: SQL,
) => sql`select json_build_object('community', k.slug, 'no', o.no, 'title', p.title, 'place', p.place,
    'startsAt', o.starts_at, 'slotMinutes', o.slot_minutes, 'slot', s.slot, 'waiting', s.state = 'waiting') as view
  from sign_up s join homes using (community_id, household_id)
    join occasion o on o.community_id = s.community_id and o.id = s.occasion_id and o.starts_at >= homes.from_at
    join programme p on p.community_id = o.community_id and p.id = o.programme_id
    join community k on k.id = s.community_id
  where s.state <> 'withdrawn' and o.cancelled_at is null and o.ends_at > ${now}
  order by o.starts_at limit 20`;

/** Their turns as a steward in the days to come. */
export const onDuty = (
  personId: number,
  today: Day,
) => sql`select json_build_object('community', k.slug, 'day', d.day, 'part', d.part) as view
  from duty_shift d join steward s on s.community_id = d.community_id and s.id = d.on_duty_id
    join community k on k.id = d.community_id
  where s.person_id = ${personId} and s.to_at is null and d.minutes is null
    and d.day >= ${today}::date and d.day < ${addDays(today, 2 * ROTA_DAYS)}::date
  order by d.day, d.id limit 20`;
