import { sql } from 'drizzle-orm';
import type { StewardKind } from '@/db/words/stewards';
import type { HomeVisitOutcome, VisitPlace, VisitPurpose } from '@/db/words/visits';
import { mayGoRound } from '@/features/opinions/policy';
import { type Day, shanghaiDate } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { asksForNone, homeOf, placed } from '../facts';
import { mayAskTeam } from '../policy';
import { atMine, type HomeName, me, planned, tasks } from './door';

export interface Visited {
  id: number;
  purpose: VisitPurpose;
  outcome: HomeVisitOutcome;
  on: string;
  place: VisitPlace;
  met: string;
  along: string;
  said: string;
  done: string;
  follows: string;
  by: string;
}

export const visitedOf = sql`'id', v.id, 'purpose', v.purpose, 'outcome', v.outcome, 'on', v.visited_at, 'place', v.place,
  'met', v.met, 'along', v.along, 'said', v.said, 'done', v.done, 'follows', v.follows`;

interface Somebody {
  id: number;
  name: string;
}

interface Found extends HomeName {
  entranceId: number;
  quiet: boolean;
  /** Who lives there and has an account. */
  people: Somebody[];
  /** Who may go there: social workers and its captains. */
  helpers: Somebody[];
  /** What was planned last and not made, since anybody was there. */
  dropped: { on: string; reason: string } | null;
}

/** Of the team, who looks after the entrance of a home and does not live in it: whom an office may ask to go there. */
const teamOf = ({ communityId, now, ...scope }: Scope, { household, entranceId }: Found) => {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const holds = (name: string) => {
    const row = sql.identifier(name);
    return sql`${row}.from_at <= ${moment} and (${row}.to_at is null or ${row}.to_at > ${moment})`;
  };
  return rows<Somebody & { kind: StewardKind }>(
    scope,
    sql`select json_build_object('id', p.id, 'name', coalesce(p.name, ''), 'kind', s.kind) as view
      from steward s join person p on p.id = s.person_id
      where s.community_id = ${communityId} and ${holds('s')}
        and exists (select from steward_area a where a.community_id = s.community_id and a.steward_id = s.id
          and a.entrance_id = ${entranceId} and ${holds('a')})
        and not exists (select from residency r where r.community_id = s.community_id and r.person_id = s.person_id
          and r.household_id = ${household} and ${holds('r')})
      order by s.id limit 50`,
  );
};

/** A home as whoever goes there knows it. What is private is read by whoever helps alone. */
export const doorHome = query({
  name: 'visits.home',
  allow: (who, _: { household: number }) => mayGoRound(who),
  read: async (scope, { household }) => {
    const { communityId, now } = scope;
    const moment = sql`${now.toISOString()}::timestamptz`;
    const [home] = await rows<Found>(
      scope,
      sql`select json_build_object(${homeOf}, 'entranceId', e.id, 'quiet', ${asksForNone},
          'dropped', (select json_build_object('on', v.dropped_at, 'reason', v.drop_reason) from home_visit v
            where v.community_id = h.community_id and v.household_id = h.id and v.drop_reason <> ''
              and v.dropped_at > coalesce((select max(x.visited_at) from home_visit x where x.community_id = h.community_id
                and x.household_id = h.id), '-infinity') order by v.dropped_at desc limit 1),
          'people', coalesce((select json_agg(json_build_object('id', p.id, 'name', coalesce(p.name, '')) order by p.id)
            from residency r join person p on p.id = r.person_id where r.community_id = h.community_id
              and r.household_id = h.id and r.from_at <= ${moment} and (r.to_at is null or r.to_at > ${moment})), '[]'),
          'helpers', coalesce((select json_agg(json_build_object('id', x.id, 'name', x.name) order by x.id)
            from (select distinct p.id, coalesce(p.name, '') as name from grants g join person p on p.id = g.person_id
              where g.community_id = h.community_id and (g.to_at is null or g.to_at > ${moment})
                and (g.role = 'social-worker' or g.role = 'captain' and g.entrance_id = h.entrance_id)) x), '[]')) as view
        from ${placed} where h.community_id = ${communityId} and h.id = ${household} and ${atMine(scope)}`,
    );
    if (!home) return undefined;
    const visits = await rows<Visited>(
      scope,
      sql`select json_build_object(${visitedOf}, 'by', coalesce(p.name, '')) as view
        from home_visit v join person p on p.id = v.recorded_by
        where v.community_id = ${communityId} and v.household_id = ${household} and v.outcome is not null
        order by v.visited_at desc, v.id desc limit 20`,
    );
    const cares = await rows<{ id: number; words: string; agreed: string; until: string }>(
      scope,
      sql`select json_build_object('id', k.id, 'words', k.words, 'agreed', k.agreed, 'until', k.until_at) as view
        from care_note k where k.community_id = ${communityId} and k.household_id = ${household}
          and k.helper_id = ${me(scope)} and k.ended_at is null and k.until_at > ${moment} order by k.id limit 20`,
    );
    const [plan] = await planned(scope, sql`h.id = ${household}`);
    const team = mayAskTeam(scope.who) ? await teamOf(scope, home) : [];
    return {
      ...home,
      team: team.filter(({ id }) => !home.helpers.some((one) => one.id === id)),
      today: shanghaiDate(now),
      now,
      plan,
      visits,
      cares,
      needs: await tasks(scope, sql`h.id = ${household}`),
    };
  },
});
export type DoorHome = NonNullable<Awaited<ReturnType<typeof doorHome>>>;

/** What I am to visit, for a sheet of paper. */
export const visitSheet = query({
  name: 'visits.sheet',
  allow: mayGoRound,
  read: async (scope: Scope): Promise<{ today: Day; planned: Awaited<ReturnType<typeof planned>> }> => ({
    today: shanghaiDate(scope.now),
    planned: await planned(scope, sql`v.visitor_id = ${me(scope)} and not ${asksForNone}`),
  }),
});
