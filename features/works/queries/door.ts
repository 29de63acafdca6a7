import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { building, entrance, household, unit } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { acceptance, works } from '@/db/schema/works';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { wantsNoVisits } from '@/features/people/facts';
import { knownOf } from '@/features/proposals/moves';
import { asHousehold } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { siteFacts } from '../facts';
import { workInside } from './site';

const delegatesOf = ({ db, communityId, who }: Scope) => {
  const own = entrancesOf(who) ?? [];
  const mine = own === 'all' ? undefined : inArray(household.entranceId, own);
  return db
    .select({
      works: works.no,
      title: proposal.title,
      household: household.id,
      group: acceptance.groupId,
      building: building.name,
      entrance: entrance.no,
      entranceId: entrance.id,
      door: unit.door,
      quiet: wantsNoVisits(),
      spoken: sql<boolean>`${acceptance.delegateId} is not null`,
      outcome: acceptance.outcome,
    })
    .from(acceptance)
    .innerJoin(works, and(eq(works.communityId, communityId), eq(works.id, acceptance.worksId)))
    .innerJoin(proposal, and(eq(proposal.communityId, communityId), eq(proposal.id, works.proposalId)))
    .innerJoin(household, and(eq(household.communityId, communityId), eq(household.id, acceptance.householdId)))
    .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)))
    .where(
      and(eq(acceptance.communityId, communityId), eq(proposal.state, 'building'), isNull(works.completedAt), mine),
    )
    .orderBy(asc(works.no), building.name, entrance.no)
    .limit(100);
};

/** Delegates at the doors of whoever goes round, of sites that are being built. */
export const doorDelegates = query({
  name: 'works.door_delegates',
  allow: (who, _: Record<never, never>) => mayGoRound(who),
  read: (scope) => delegatesOf(scope),
});

/** One of them: what was promised to their group, and what the act asks about. */
export const doorAcceptance = query({
  name: 'works.door',
  allow: (who, _: { no: number; household: number }) => mayGoRound(who),
  read: async (scope, { no, household: home }) => {
    const delegate = (await delegatesOf(scope)).find((one) => one.works === no && one.household === home);
    const row = delegate && (await workInside(scope, no));
    const found = row && (await knownOf(scope, row.proposal, siteFacts(no)));
    if (!delegate || !row || !found?.works) return undefined;
    const { who, now } = scope;
    const door = { household: home, entrance: delegate.entranceId, own: asHousehold(who, home) !== null };
    return {
      ...delegate,
      group: row.groups.find((one) => one.id === delegate.group),
      commitments: row.commitments.filter((one) => one.group === null || one.group === delegate.group),
      today: shanghaiDate(now),
      asked: { facts: { ...found, works: found.works, ...door, spoken: delegate.spoken }, who, now },
    };
  },
});
