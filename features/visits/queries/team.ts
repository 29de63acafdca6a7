import { type SQL, sql } from 'drizzle-orm';
import type { VisitPurpose } from '@/db/words/visits';
import { mayGoRound } from '@/features/opinions/policy';
import { looksAfter } from '@/features/stewards/facts';
import { shanghaiDate } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { asksForNone, homeOf, lastThere, placed } from '../facts';
import { atMine, type HomeName, me } from './door';

export interface TeamHome extends HomeName {
  quiet: boolean;
  /** When whoever looks was last there, by what is written down. */
  mine: string | null;
  /** Whoever looks is its captain, and knows more of it where they go round. */
  captain: boolean;
  /** What they are asked to go there for, and by when; why now is nothing they are told. */
  asked: { purpose: VisitPurpose; day: string } | null;
}

/** Doors at the entrances somebody of the team looks after, but their own: no name, and nothing anybody else wrote down. */
const homes = (scope: Scope, which: SQL) => {
  const { communityId, who, now } = scope;
  const own = who.kind === 'person' ? who.households.map(({ householdId }) => householdId) : [];
  const captain = mayGoRound(who) ? atMine(scope) : sql`false`;
  return rows<TeamHome>(
    scope,
    sql`select json_build_object(${homeOf}, 'quiet', ${asksForNone}, 'mine', ${lastThere(me(scope))},
        'captain', ${captain},
        'asked', (select json_build_object('purpose', v.purpose, 'day', v.planned_for) from home_visit v
          where v.community_id = h.community_id and v.household_id = h.id and v.visitor_id = ${me(scope)}
            and v.outcome is null and v.dropped_at is null)) as view
      from ${placed} where h.community_id = ${communityId} and ${which}
        and ${looksAfter({ c: sql`h.community_id`, personId: me(scope), entrance: sql`h.entrance_id`, now })}
        and h.id <> all (${sql.param(own)}::integer[])
      order by length(b.name), b.name, e.no, length(u.door), u.door limit 1000`,
  );
};

/** Where somebody of the team goes. */
export const teamDoors = query({
  name: 'visits.team',
  allow: (who, _: Record<never, never>) => who.kind === 'person',
  read: async (scope) => ({ today: shanghaiDate(scope.now), homes: await homes(scope, sql`true`) }),
});

/** One of these doors. */
export const teamDoor = query({
  name: 'visits.team_door',
  allow: (who, _: { household: number }) => who.kind === 'person',
  read: async (scope, { household }) => {
    const [home] = await homes(scope, sql`h.id = ${household}`);
    return home && { ...home, now: scope.now };
  },
});
