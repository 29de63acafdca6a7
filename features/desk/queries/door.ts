import { sql } from 'drizzle-orm';
import { isAsking, isUnheard } from '@/features/alternatives/facts';
import { waits } from '@/features/invitations/facts';
import { JUDGED_IN } from '@/features/objections/rules';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { claimWaits } from '@/features/people/facts';
import { isHeard } from '@/features/rounds/facts';
import { momentOf } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { ownOfficesQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayReadDesk } from '../policy';
import type { DoorKind } from '../rules';
import { waitingAt } from './lines';

interface Row {
  community: number;
  kind: DoorKind;
  no: number;
  title: string;
  count: number;
  came: string[];
}

/** What waits at the entrances of whoever goes round in these communities. One statement. */
async function waitingAtDoors(scopes: readonly Scope[]): Promise<(Omit<Row, 'came'> & { came: Date[] })[]> {
  const [any] = scopes;
  if (!any) return [];
  const now = sql`${any.now.toISOString()}::timestamptz`;
  const persons = scopes.flatMap(({ who }) => (who.kind === 'person' ? [who] : []));
  const person = persons[0]?.personId ?? 0;
  const living = persons.flatMap((one) => one.households.map(({ householdId }) => householdId));
  const homes = sql`${sql.param(living)}::int[]`;
  const mine = scopes.map(({ communityId, who }) => {
    const own = entrancesOf(who) ?? [];
    const theirs = own === 'all' ? sql`true` : sql`h.entrance_id = any (${sql.param(own)}::int[])`;
    return sql`h.community_id = ${communityId} and ${theirs}`;
  });
  const at = sql`(${sql.join(mine, sql` or `)})`;
  const found = await rows<Row>(
    any,
    sql`select json_build_object('community', k.community_id, 'kind', k.kind, 'no', k.no, 'title', k.title, 'count', count(*)::int,
          'came', coalesce(json_agg(k.at order by k.at) filter (where k.at is not null), '[]')) as view from (
        select h.community_id, 'joins' as kind, 0 as no, '' as title, x.requested_at as at
          from join_request x join household h on h.community_id = x.community_id and h.id = x.household_id
          where ${at} and ${claimWaits()} and x.person_id <> ${person}
        union all select h.community_id, 'invitations', 0, '', i.at
          from invitation i join household h on h.community_id = i.community_id and h.id = i.household_id
          where ${at} and ${waits(sql`i`)}
        union all select h.community_id, 'rounds', r.no, p.title, r.opens_at
          from round r join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
            join electorate e on e.community_id = r.community_id and e.round_id = r.id
            join household h on h.community_id = e.community_id and h.id = e.household_id
          where ${at} and r.state = 'open' and r.opens_at <= ${now} and r.closes_at > ${now} and not ${isHeard(sql`e`)}
        union all select h.community_id, 'alternatives', p.no, p.title, c.opens_at
          from comparison c join proposal p on p.community_id = c.community_id and p.id = c.proposal_id
            join household h on h.community_id = c.community_id
          where ${at} and p.state = 'comparing' and ${isAsking(now)} and ${isUnheard(sql`h.id`)}
        union all select h.community_id, 'answers', 0, '', max(coalesce(o.answered_at, o.raised_at))
          from objection_raiser w join objection o on o.community_id = w.community_id and o.id = w.objection_id
            join proposal p on p.community_id = o.community_id and p.id = o.proposal_id
            join household h on h.community_id = w.community_id and h.id = w.household_id
          where ${at} and o.merged_into is null and w.verdict is null and p.state = any (${sql.param([...JUDGED_IN])}::text[])
          group by w.household_id, h.community_id
        union all select h.community_id, 'repairs', 0, '', u.state_at
          from repair_unit u join household h on h.community_id = u.community_id and h.id = u.household_id
          where ${at} and u.state = 'repaired' and h.id <> all (${homes})
        union all select h.community_id, 'works', 0, '', null
          from acceptance a join works w on w.community_id = a.community_id and w.id = a.works_id
            join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
            join household h on h.community_id = a.community_id and h.id = a.household_id
          where ${at} and p.state = 'building' and w.completed_at is null and a.delegate_id is null and a.outcome is null
        union all select h.community_id, 'places', 0, '', min(z.checked_at)
          from works_place z join works_place_entrance b on b.community_id = z.community_id and b.place_id = z.id
            join milestone m on m.community_id = z.community_id and m.id = z.milestone_id
            join works w on w.community_id = m.community_id and w.id = m.works_id
            join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
            join household h on h.community_id = b.community_id and h.entrance_id = b.entrance_id
          where ${at} and z.checked_at is not null and p.state = any (array['building', 'completed', 'verifying', 'verified'])
            and not exists (select from works_place_word y join household v on v.community_id = y.community_id
                and v.id = y.household_id
              where y.community_id = z.community_id and y.place_id = z.id and v.entrance_id = b.entrance_id)
          group by z.id, b.entrance_id, h.community_id
        union all select h.community_id, 'visits', 0, '', v.at
          from home_visit v join household h on h.community_id = v.community_id and h.id = v.household_id
          where ${at} and v.visitor_id = ${person} and v.outcome is null and v.dropped_at is null
        union all select h.community_id, 'visits', 0, '', n.at
          from need n join household h on h.community_id = n.community_id and h.id = n.household_id
          where ${at} and n.owner_id = ${person} and n.state = 'open'
      ) k group by k.community_id, k.kind, k.no, k.title order by min(k.at), k.kind, k.no`,
  );
  return found.map(({ came, ...one }) => ({ ...one, came: came.map(momentOf) }));
}

const sum = (waiting: readonly { count: number }[]) => waiting.reduce((homes, { count }) => homes + count, 0);

/**
 * What waits for whoever goes round, of the homes at their entrances: people to let in, homes that ask for a visit, homes a
 * running round or a comparison of alternatives has not heard, answers to bring back, repairs, delegates and entrances beside a
 * place whose word is awaited, visits and needs that are theirs. The letter, the day and one's own page all count this. One
 * statement.
 */
export const waitsAtDoor = query({
  name: 'desk.at_door',
  allow: (who, _: Record<never, never>) => mayGoRound(who),
  read: async (scope) => {
    const waiting = await waitingAtDoors([scope]);
    return { waiting, homes: sum(waiting) };
  },
});
export type AtDoor = NonNullable<Awaited<ReturnType<typeof waitsAtDoor>>>['waiting'][number];

/**
 * How much waits in every office of a person, by community: at the desk as many lines as stand there, at the doors homes that
 * wait; null where they have no desk, or no doors. Three statements, however many offices.
 */
export const waitsInMyOffices = ownOfficesQuery({
  name: 'desk.mine',
  read: async (scopes) => {
    const round = scopes.filter(({ who }) => mayGoRound(who));
    const doors = await waitingAtDoors(round);
    const desks = await waitingAt(scopes.filter(({ who }) => mayReadDesk(who)));
    return scopes.map((one) => ({
      community: one.community.slug,
      desk: desks.find(({ communityId }) => communityId === one.communityId)?.lines.length ?? null,
      doors: round.includes(one) ? sum(doors.filter(({ community }) => community === one.communityId)) : null,
    }));
  },
});
