import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { building, entrance, household, unit } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { repair, repairStep, repairUnit } from '@/db/schema/repairs';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { wantsNoVisits } from '@/features/people/facts';
import { asHousehold } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { recordedUnit, repairedUnit } from '../facts';
import { mayReadUnits } from '../policy';
import { underWarranty } from '../rules';
import { home } from './desk';

const unitRows = ({ db, communityId }: Scope) =>
  db
    .select({
      ...home,
      id: repairUnit.id,
      no: sql<number>`coalesce(${proposal.no}, 0)`,
      title: proposal.title,
      proposalState: proposal.state,
      startedAt: repair.startedAt,
      householdId: repairUnit.householdId,
      entranceId: household.entranceId,
      quiet: wantsNoVisits(),
      what: repairUnit.what,
      state: repairUnit.state,
      repairedBy: repairUnit.repairedBy,
      recorded: recordedUnit,
      repaired: repairedUnit,
      repairOn: repairUnit.repairOn,
      warrantyTo: repairUnit.warrantyTo,
    })
    .from(repairUnit)
    .innerJoin(repair, and(eq(repair.communityId, communityId), eq(repair.id, repairUnit.repairId)))
    .innerJoin(proposal, and(eq(proposal.communityId, communityId), eq(proposal.id, repair.proposalId)))
    .innerJoin(household, and(eq(household.communityId, communityId), eq(household.id, repairUnit.householdId)))
    .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)));

type Row = Awaited<ReturnType<typeof unitRows>>[number];

const factsOf = (row: Row) => {
  const { state, repairedBy, warrantyTo, recorded, householdId, entranceId, proposalState, startedAt } = row;
  return {
    state: proposalState,
    repair: { startedAt },
    unit: { state, repairedBy, warrantyTo, recorded },
    last: false,
    householdId,
    entranceId,
  };
};

const stepsOf = ({ db, communityId }: Scope, ids: number[]) =>
  db
    .select({
      id: repairStep.id,
      unit: repairStep.unitId,
      step: repairStep.step,
      note: repairStep.note,
      day: repairStep.day,
      recorded: sql<boolean>`${repairStep.recorderId} is not null`,
      at: repairStep.at,
    })
    .from(repairStep)
    .where(and(eq(repairStep.communityId, communityId), inArray(repairStep.unitId, ids)))
    .orderBy(asc(repairStep.id));

/** One's own home on the list of a proposal, step by step; none where it is not on it. */
export const ownRepair = query({
  name: 'repairs.own',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { db, communityId, who, now } = scope;
    const homes = who.kind === 'person' ? who.households.map((one) => one.householdId) : [];
    const [list] = await db
      .select({ title: proposal.title })
      .from(repair)
      .innerJoin(proposal, and(eq(proposal.communityId, repair.communityId), eq(proposal.id, repair.proposalId)))
      .where(and(eq(repair.communityId, communityId), eq(proposal.no, no)));
    if (!list) return undefined;
    const units = await unitRows(scope).where(
      and(eq(repairUnit.communityId, communityId), eq(proposal.no, no), inArray(repairUnit.householdId, homes)),
    );
    const ids = units.map(({ id }) => id);
    const steps = await stepsOf(scope, ids);
    const today = shanghaiDate(now);
    return {
      title: list.title,
      today,
      units: units.map((one) => ({
        ...one,
        warranted: underWarranty(one, today),
        steps: steps.filter(({ unit: of }) => of === one.id),
        asked: { facts: factsOf(one), who, now },
      })),
    };
  },
});

/** One home of a list at the desk, step by step. */
export const deskUnit = query({
  name: 'repairs.desk_one',
  allow: (who, _: { no: number; unit: number }) => mayReadUnits(who),
  read: async (scope, { no, unit: id }) => {
    const here = eq(repairUnit.communityId, scope.communityId);
    const [row] = await unitRows(scope).where(and(here, eq(proposal.no, no), eq(repairUnit.id, id)));
    return (
      row && {
        ...row,
        steps: await stepsOf(scope, [id]),
        asked: { facts: factsOf(row), who: scope.who, now: scope.now },
      }
    );
  },
});

const PAGE = 100;

/** Homes that are repaired and whose word is awaited, at the entrances of whoever goes round. */
const waiting = (scope: Scope, which?: SQL) => {
  const mine = entrancesOf(scope.who) ?? [];
  return unitRows(scope)
    .where(
      and(
        ...[eq(repairUnit.communityId, scope.communityId), eq(repairUnit.state, 'repaired'), which],
        mine === 'all' ? undefined : inArray(household.entranceId, mine),
      ),
    )
    .orderBy(asc(repairUnit.stateAt), asc(repairUnit.id))
    .limit(PAGE + 2);
};

export const doorRepairs = query({
  name: 'repairs.door_list',
  allow: (who, _: { after?: number | null }) => mayGoRound(who),
  read: async (scope, { after = null }) => {
    const since =
      after === null
        ? undefined
        : sql`(${repairUnit.stateAt}, ${repairUnit.id}) >= (select x.state_at, x.id from repair_unit x
            where x.community_id = ${scope.communityId} and x.id = ${after})`;
    const found = pageAfter(await waiting(scope, since), after, { size: PAGE, key: ({ id }) => id });
    return (
      found && { homes: found.page.filter((one) => asHousehold(scope.who, one.householdId) === null), next: found.next }
    );
  },
});

/** One of them, with what the act is asked about. */
export const doorUnit = query({
  name: 'repairs.door',
  allow: (who, _: { unit: number }) => mayGoRound(who),
  read: async (scope, { unit: id }) => {
    const [row] = await waiting(scope, eq(repairUnit.id, id));
    const own = row !== undefined && asHousehold(scope.who, row.householdId) !== null;
    return (
      row && {
        ...row,
        today: shanghaiDate(scope.now),
        asked: { facts: { ...factsOf(row), own }, who: scope.who, now: scope.now },
      }
    );
  },
});
