import { sql } from 'drizzle-orm';
import { buildingNamed } from '@/features/people/facts';
import { type Day, shanghaiDate } from '@/lib/calendar';
import { personQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { callState } from '../rules';

export interface MyHome {
  community: string;
  zh: string;
  en: string;
  household: number;
  offered: { no: number; what: string; times: string; whom: string }[];
  helping: {
    helper: number;
    call: number;
    title: string;
    day: Day;
    name: string;
    thanked: boolean;
    cancelled: boolean;
  }[];
}

/**
 * Of each home of this person, what they themselves offer from there and where they help; of homes they left, what is theirs still.
 * First where helpers are called for.
 */
export const mySkills = personQuery({
  name: 'skills.mine',
  read: ({ db, personId, now }, _: Record<never, never>) => {
    const moment = sql`${now.toISOString()}::timestamptz`;
    return rows<MyHome & { lives: boolean }>(
      { db },
      sql`select json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'household', r.household_id,
          'lives', r.lives,
          'offered', coalesce((select json_agg(json_build_object('no', s.no, 'what', s.what, 'times', s.times,
              'whom', s.whom) order by s.no) from skill s where s.community_id = r.community_id
            and s.household_id = r.household_id and s.person_id = ${personId} and s.taken_back_at is null), '[]'),
          'helping', coalesce((select json_agg(x.view) from (select json_build_object('helper', h.id, 'call', k.no,
              'title', k.title, 'day', k.day, 'name', h.shown_name, 'thanked', k.thanked_at is not null,
              'cancelled', k.cancelled_at is not null) as view
            from helper h join help_call k on k.community_id = h.community_id and k.id = h.call_id
            where h.community_id = r.community_id and h.household_id = r.household_id and h.person_id = ${personId}
              and h.left_at is null order by k.day desc, h.id desc limit 30) x), '[]')) as view
        from (select v.community_id, v.household_id, bool_or(v.to_at is null or v.to_at > ${moment}) as lives
          from residency v where v.person_id = ${personId} and v.from_at <= ${moment}
          group by v.community_id, v.household_id) r join community c on c.id = r.community_id
        where r.lives or exists (select from helper h where h.community_id = r.community_id
            and h.household_id = r.household_id and h.person_id = ${personId} and h.left_at is null)
          or exists (select from skill s where s.community_id = r.community_id
            and s.household_id = r.household_id and s.person_id = ${personId} and s.taken_back_at is null)
        order by r.lives desc, exists (select from help_call k where k.community_id = r.community_id
            and k.cancelled_at is null and k.thanked_at is null and k.day >= ${shanghaiDate(now)}::date) desc, r.community_id, r.household_id limit 20`,
    );
  },
});

interface OneCall {
  no: number;
  title: string;
  words: string;
  place: string;
  day: Day;
  startsAt: string | null;
  people: number;
  helpers: number;
  thanks: string;
  reason: string;
  thanked: boolean;
  cancelled: boolean;
  homes: { household: number; building: string; entrance: number; door: string }[];
  own: { helper: number; name: string } | null;
}

/** One call for help, for whoever is signed in. */
export const myCall = query({
  name: 'skills.call',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { who } = scope;
    const homes = who.kind === 'person' ? who.households.map(({ householdId }) => householdId) : [];
    const me = who.kind === 'person' ? who.personId : 0;
    const [one] = await rows<OneCall>(
      scope,
      sql`select json_build_object('no', c.no, 'title', c.title, 'words', c.words, 'place', c.place, 'day', c.day,
          'startsAt', (select o.starts_at from occasion o where o.community_id = c.community_id and o.id = c.occasion_id),
          'people', c.people, 'thanks', c.thanks, 'reason', c.cancel_reason, 'thanked', c.thanked_at is not null,
          'cancelled', c.cancelled_at is not null,
          'helpers', (select count(*)::int from helper h where h.community_id = c.community_id and h.call_id = c.id
            and h.left_at is null),
          'own', (select json_build_object('helper', h.id, 'name', h.shown_name) from helper h
            where h.community_id = c.community_id and h.call_id = c.id and h.person_id = ${me} and h.left_at is null),
          'homes', coalesce((select json_agg(json_build_object('household', h.id, 'building', ${buildingNamed('b')},
              'entrance', e.no, 'door', u.door) order by h.id)
            from household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
              join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
              join building b on b.community_id = h.community_id and b.id = h.building_id
            where h.community_id = c.community_id and h.id = any (${sql.param(homes)}::int[])), '[]')) as view
        from help_call c where c.community_id = ${scope.communityId} and c.no = ${no}`,
    );
    return one && { ...one, state: callState(one, shanghaiDate(scope.now)) };
  },
});
