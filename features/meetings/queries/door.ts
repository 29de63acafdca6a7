import { sql } from 'drizzle-orm';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { buildingNamed } from '@/features/people/facts';
import { shanghaiDate } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { agendaOf, comingTo, homeJoins, homeOf, spokeThere, thereOf, toldOf } from '../facts';
import { maySeeMeetings } from '../policy';
import { doorsOpen } from '../rules';
import { type Listed, standsOf } from './board';

type Who = Scope['who'];

/** At the door of the hall: whoever goes round some entrances, or the office. */
const mayStandThere = (who: Who) => mayGoRound(who) || maySeeMeetings(who);

const mine = (who: Who, entrance = sql`e.id`) => {
  const own = maySeeMeetings(who) ? 'all' : entrancesOf(who);
  return own === 'all' ? sql`true` : sql`${entrance} = any (${sql.param(own ?? [])}::integer[])`;
};

const meetingOf = async (scope: Scope, no: number) => {
  const [one] = await rows<Listed>(
    scope,
    sql`select json_build_object(${toldOf}, 'agenda', ${agendaOf}) as view from meeting m
      where m.community_id = ${scope.communityId} and m.no = ${no}`,
  );
  const { now } = scope;
  const called = one?.cancelledAt === null && now < new Date(one.startsAt);
  /** Whether somebody can say now that they come, or be ticked. */
  return one && { ...one, now, called, open: atDoor(one, now) };
};
const atDoor = (one: Listed, now: Date) => {
  const { startsAt, cancelledAt, minutedAt } = standsOf(one);
  return now >= doorsOpen(startsAt) && cancelledAt === null && minutedAt === null;
};

/** Those of today, or whose minutes are not out. */
export const doorMeetings = query({
  name: 'meetings.doors',
  allow: mayStandThere,
  read: async (scope, _: Record<never, never>) => ({
    now: scope.now,
    meetings: await rows<Listed>(
      scope,
      sql`select json_build_object(${toldOf}, 'agenda', ${agendaOf}) as view from meeting m
        where m.community_id = ${scope.communityId} and m.cancelled_at is null and m.minuted_at is null
        order by m.starts_at, m.no limit 20`,
    ),
  }),
});

interface Hall {
  id: number;
  building: string;
  entrance: number;
  households: number;
  invited: number;
  coming: number;
  present: number;
}

export interface Present {
  household: number;
  building: string;
  entrance: number;
  door: string;
  /** Rounds under way about what is talked over, and whether the household has said anything in them. */
  rounds: { no: number; title: string; met: boolean; heard: boolean }[];
  /** The same of alternatives, by the number of their proposal. */
  comparisons: Present['rounds'];
}

/** A meeting at the door of the hall: the entrances, and who is there with what may be written down for them. */
export const doorMeeting = query({
  name: 'meetings.door',
  allow: (who, _: { no: number }) => mayStandThere(who),
  read: async (scope, { no }) => {
    const { communityId: c, who, now } = scope;
    const one = await meetingOf(scope, no);
    if (!one) return undefined;
    const entrances = await rows<Hall>(
      scope,
      sql`select json_build_object('id', e.id, 'building', ${buildingNamed('b')}, 'entrance', e.no,
          'households', count(h.id)::int, 'invited', count(v.household_id)::int,
          'coming', count(h.id) filter (where ${comingTo(sql`h.id`)})::int,
          'present', count(h.id) filter (where ${thereOf(sql`h.id`)})::int) as view
        from meeting m join entrance e on e.community_id = m.community_id
          join building b on b.community_id = e.community_id and b.id = e.building_id
          join household h on h.community_id = e.community_id and h.entrance_id = e.id
          left join meeting_invited v on v.community_id = h.community_id and v.meeting_id = m.id and v.household_id = h.id
        where m.community_id = ${c} and m.no = ${no} and ${mine(who)}
        group by m.community_id, m.id, e.community_id, e.id, e.no, b.community_id, b.id, b.name, b.compound_id
        order by (count(v.household_id) = 0), length(b.name), b.name, b.compound_id, e.no`,
    );
    const present = await rows<Present>(
      scope,
      sql`select json_build_object(${homeOf}, 'rounds', coalesce((select json_agg(json_build_object('no', r.no, 'title', p.title,
            'met', ${spokeThere(sql`m`, sql`h.id`)}, 'heard', exists (select from opinion o where o.community_id = r.community_id
              and o.round_id = r.id and o.household_id = h.id)) order by r.no)
          from meeting_item i join round r on r.community_id = i.community_id and r.proposal_id = i.proposal_id
            join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
            join electorate x on x.community_id = r.community_id and x.round_id = r.id and x.household_id = h.id
          where i.community_id = m.community_id and i.meeting_id = m.id and r.state = 'open'
            and r.opens_at <= ${now.toISOString()}::timestamptz and r.closes_at > ${now.toISOString()}::timestamptz), '[]'::json),
            'comparisons', coalesce((select json_agg(json_build_object('no', p.no, 'title', p.title,
            'met', ${spokeThere(sql`m`, sql`h.id`)}, 'heard', exists (select from alternative_word w where w.community_id = c.community_id
              and w.comparison_id = c.id and w.household_id = h.id)) order by p.no)
          from meeting_item i join proposal p on p.community_id = i.community_id and p.id = i.proposal_id
            join comparison c on c.community_id = p.community_id and c.proposal_id = p.id
          where i.community_id = m.community_id and i.meeting_id = m.id and p.state = 'comparing' and c.ended_at is null
            and c.closed_at is null and c.opens_at <= ${now.toISOString()}::timestamptz and c.closes_at > ${now.toISOString()}::timestamptz
            and exists (select from alternative a join alternative_household x on x.community_id = a.community_id and x.alternative_id = a.id
              where a.community_id = c.community_id and a.comparison_id = c.id and x.household_id = h.id)), '[]'::json)) as view
        from meeting m join attendance a on a.community_id = m.community_id and a.meeting_id = m.id and a.struck_at is null
          join household h on h.community_id = a.community_id and h.id = a.household_id ${homeJoins}
        where m.community_id = ${c} and m.no = ${no} and ${mine(who)}
        order by length(b.name), b.name, e.no, length(u.door), u.door limit 500`,
    );
    return { ...one, entrances, present, mayRecord: mayGoRound(who) };
  },
});

export interface Home {
  household: number;
  building: string;
  entrance: number;
  door: string;
  invited: boolean;
  coming: boolean;
  there: boolean;
  how: 'list' | 'self' | null;
}

/** The households of one entrance, invited or not: whoever comes is there. */
export const doorHall = query({
  name: 'meetings.hall',
  allow: (who, _: { no: number; entrance: number }) => mayStandThere(who),
  read: async (scope, { no, entrance }) => {
    const one = await meetingOf(scope, no);
    if (!one) return undefined;
    const homes = await rows<Home>(
      scope,
      sql`select json_build_object(${homeOf}, 'there', a.id is not null, 'how', a.how, 'coming', ${comingTo(sql`h.id`)}, 'invited', exists (select from meeting_invited v
            where v.community_id = h.community_id and v.meeting_id = m.id and v.household_id = h.id)) as view
        from meeting m join household h on h.community_id = m.community_id ${homeJoins}
          left join attendance a on a.community_id = m.community_id and a.meeting_id = m.id and a.household_id = h.id
            and a.struck_at is null
        where m.community_id = ${scope.communityId} and m.no = ${no} and e.id = ${entrance} and ${mine(scope.who)}
        order by length(u.door), u.door limit 500`,
    );
    const mayRecord = mayGoRound(scope.who);
    return homes.length > 0 ? { ...one, homes, mayRecord, today: shanghaiDate(scope.now) } : undefined;
  },
});

/** The slip of a household that is there. */
export const meetingSlip = query({
  name: 'meetings.slip',
  allow: (who, _: { no: number; household: number }) => mayStandThere(who),
  read: async (scope, { no, household }) => {
    const one = await meetingOf(scope, no);
    const [home] = await rows<Pick<Home, 'building' | 'entrance' | 'door'> & { at: string }>(
      scope,
      sql`select json_build_object(${homeOf}, 'at', a.at) as view from attendance a
        join meeting m on m.community_id = a.community_id and m.id = a.meeting_id
        join household h on h.community_id = a.community_id and h.id = a.household_id ${homeJoins}
        where a.community_id = ${scope.communityId} and m.no = ${no} and h.id = ${household} and a.struck_at is null
          and ${mine(scope.who)}`,
    );
    return one && home && { ...one, home };
  },
});
