import { type SQL, sql } from 'drizzle-orm';
import { buildingNamed } from '@/features/people/facts';
import { type Day, shanghaiDate } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayAskSkills, maySeeHelp } from '../policy';
import { callState } from '../rules';

const PAGE = 30;

export interface DeskSkill {
  no: number;
  what: string;
  times: string;
  whom: string;
  /** Whose it is, for those who ask them. */
  name: string;
  building: string;
  entrance: number;
  door: string;
}

const home = sql`'building', ${buildingNamed('b')}, 'entrance', e.no, 'door', u.door`;
const homeJoin = sql`join household h on h.community_id = x.community_id and h.id = x.household_id
  join unit u on u.community_id = h.community_id and u.id = h.unit_id
  join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
  join building b on b.community_id = h.community_id and b.id = h.building_id`;

const skills = ({ communityId, ...scope }: Scope, which: SQL, limit: number) =>
  rows<DeskSkill>(
    scope,
    sql`select json_build_object('no', x.no, 'what', x.what, 'times', x.times, 'whom', x.whom,
        'name', coalesce(p.name, ''), ${home}) as view
      from skill x join person p on p.id = x.person_id ${homeJoin}
      where x.community_id = ${communityId} and x.taken_back_at is null and ${which} order by x.no desc limit ${limit}`,
  );

export interface DeskCall {
  no: number;
  title: string;
  day: Day;
  people: number;
  helpers: number;
  thanked: boolean;
  cancelled: boolean;
}

const callOf = sql`'no', c.no, 'title', c.title, 'day', c.day, 'people', c.people, 'thanked', c.thanked_at is not null,
  'cancelled', c.cancelled_at is not null, 'helpers', (select count(*)::int from helper h
    where h.community_id = c.community_id and h.call_id = c.id and h.left_at is null)`;

/** Calls for help, those that go on first; and, for those who ask them, who can do what. */
export const deskSkills = query({
  name: 'skills.desk',
  allow: (who, _: { after: number | null; call: number | null }) => maySeeHelp(who),
  read: async (scope, { after, call }) => {
    const { communityId, who, now } = scope;
    const asks = mayAskSkills(who) !== null;
    const read = asks ? await skills(scope, after === null ? sql`true` : sql`x.no <= ${after}`, PAGE + 2) : [];
    const found = pageAfter(read, after, { size: PAGE, key: ({ no }) => no });
    const calls = await rows<DeskCall>(
      scope,
      sql`select json_build_object(${callOf}) as view from help_call c where c.community_id = ${communityId}
        ${call === null ? sql`` : sql`and c.no <= ${call}`} order by c.no desc limit ${PAGE + 2}`,
    );
    const called = pageAfter(calls, call, { size: PAGE, key: ({ no }) => no });
    return (
      found &&
      called && {
        asks,
        skills: found.page,
        next: found.next,
        calls: called.page,
        nextCall: called.next,
        today: shanghaiDate(now),
      }
    );
  },
});

/** What somebody offers, with what they may be asked for. */
export const deskSkill = query({
  name: 'skills.one',
  allow: (who, _: { no: number }) => mayAskSkills(who) !== null,
  read: async (scope, { no }) => {
    const [one] = await skills(scope, sql`x.no = ${no}`, 1);
    if (!one) return undefined;
    const open = await rows<{ no: number; title: string }>(
      scope,
      sql`select json_build_object('no', c.no, 'title', c.title) as view from help_call c
        where c.community_id = ${scope.communityId} and c.thanked_at is null and c.cancelled_at is null
          and c.day >= ${shanghaiDate(scope.now)}::date order by c.day, c.no limit 50`,
    );
    return { ...one, open };
  },
});

/** One call at the desk, with who comes. */
export const deskCall = query({
  name: 'skills.desk_call',
  allow: (who, _: { no: number }) => maySeeHelp(who),
  read: async (scope, { no }) => {
    const [one] = await rows<
      DeskCall & {
        words: string;
        place: string;
        thanks: string;
        reason: string;
        those: { id: number; name: string; shown: string; building: string; entrance: number; door: string }[];
      }
    >(
      scope,
      sql`select json_build_object(${callOf}, 'words', c.words, 'place', c.place, 'thanks', c.thanks,
          'reason', c.cancel_reason, 'those', coalesce((select json_agg(json_build_object('id', x.id,
              'name', coalesce(p.name, ''), 'shown', x.shown_name, ${home}) order by x.id)
            from helper x join person p on p.id = x.person_id ${homeJoin}
            where x.community_id = c.community_id and x.call_id = c.id and x.left_at is null), '[]')) as view
        from help_call c where c.community_id = ${scope.communityId} and c.no = ${no}`,
    );
    const today = shanghaiDate(scope.now);
    return one && { ...one, state: callState(one, today), begun: one.day <= today };
  },
});

/** What help can be called for: works that go on, and dates to come. */
export const newCall = query({
  name: 'skills.new_call',
  allow: (who, _: Record<never, never>) => maySeeHelp(who),
  read: async (scope) => {
    const c = scope.communityId;
    const now = sql`${scope.now.toISOString()}::timestamptz`;
    return {
      today: shanghaiDate(scope.now),
      works: await rows<{ no: number; title: string }>(
        scope,
        sql`select json_build_object('no', w.no, 'title', p.title) as view from works w
          join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
          where w.community_id = ${c} and w.completed_at is null order by w.no desc limit 50`,
      ),
      occasions: await rows<{ no: number; title: string; startsAt: string }>(
        scope,
        sql`select json_build_object('no', o.no, 'title', p.title, 'startsAt', o.starts_at) as view from occasion o
          join programme p on p.community_id = o.community_id and p.id = o.programme_id
          where o.community_id = ${c} and o.cancelled_at is null and o.starts_at > ${now}
          order by o.starts_at, o.no limit 50`,
      ),
    };
  },
});

/** What is offered by somebody who lives in that home no more. */
export const parted = query({
  name: 'skills.parted',
  allow: (who, _: Record<never, never>) => who.kind === 'system',
  read: ({ communityId, now, ...scope }) =>
    rows<number>(
      scope,
      sql`select to_json(x.no) as view from skill x where x.community_id = ${communityId} and x.taken_back_at is null
        and not exists (select from residency r where r.community_id = x.community_id and r.household_id = x.household_id
          and r.person_id = x.person_id and (r.to_at is null or r.to_at > ${now.toISOString()}::timestamptz)) order by x.no`,
    ),
});
