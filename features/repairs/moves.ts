import { and, eq, getTableColumns, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { caseLink, cases } from '@/db/schema/cases';
import { household } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { repair, repairBatch, repairStep, repairUnit } from '@/db/schema/repairs';
import type { UNIT_STEPS } from '@/db/words/repairs';
import { lockKnown } from '@/features/proposals/moves';
import { type Actor, asHousehold, personOf, roleOf } from '@/lib/actor';
import type { Database, Scope } from '@/lib/gate';
import { FEW } from '@/lib/telling';
import { recordedUnit, repairedUnit, repairFacts } from './facts';
import type { UnitState } from './rules';

export const lockRepair = (scope: Scope, input: { proposal: number }) => lockKnown(scope, input.proposal, repairFacts);

/** Cases of a proposal that may lead a home onto its list: none that is brought against somebody, for they may work on it. */
export const listable = (communityId: number, proposalId: number) =>
  and(
    ...[eq(caseLink.communityId, communityId), eq(caseLink.proposalId, proposalId), isNotNull(cases.householdId)],
    ...[isNull(cases.againstId), isNull(cases.againstAgencyId)],
  );

type UnitRow = typeof repairUnit.$inferSelect;

/** These households of that list, locked after their proposal; undefined where one of them is not on it. */
export async function lockUnits(scope: Scope, input: { proposal: number; units: readonly number[] }, to: UnitState) {
  const facts = await lockRepair(scope, input);
  if (!facts?.repair) return undefined;
  const wanted = [...new Set(input.units)];
  const units = await scope.db
    .select({ ...getTableColumns(repairUnit), recorded: recordedUnit, repaired: repairedUnit })
    .from(repairUnit)
    .where(
      and(
        ...[eq(repairUnit.communityId, scope.communityId), eq(repairUnit.repairId, facts.repair.id)],
        inArray(repairUnit.id, wanted),
      ),
    )
    .orderBy(repairUnit.id)
    .for('update');
  return units.length === wanted.length ? { ...facts, units, to } : undefined;
}

/** One household's, with where it lives and how far its proposal is; the proposal is locked first. */
export async function lockUnit(scope: Scope, input: { unit: number }) {
  const { db, communityId, who } = scope;
  const [of] = await db
    .select({ no: sql<number>`coalesce(${proposal.no}, 0)` })
    .from(repairUnit)
    .innerJoin(repair, and(eq(repair.communityId, repairUnit.communityId), eq(repair.id, repairUnit.repairId)))
    .innerJoin(proposal, and(eq(proposal.communityId, repair.communityId), eq(proposal.id, repair.proposalId)))
    .where(and(eq(repairUnit.communityId, communityId), eq(repairUnit.id, input.unit)));
  const facts = of && (await lockUnits(scope, { proposal: of.no, units: [input.unit] }, 'confirmed'));
  const unit = facts?.units[0];
  if (!facts || !unit) return undefined;
  const [home] = await db
    .select({ householdId: household.id, entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, unit.householdId)));
  return home && { ...facts, ...home, unit, own: asHousehold(who, home.householdId) !== null };
}
export type LockedUnit = NonNullable<Awaited<ReturnType<typeof lockUnit>>>;

type Kept = Omit<typeof repairStep.$inferInsert, 'communityId' | 'unitId' | 'householdId' | 'step' | 'role' | 'at'>;

/** A step of these households, and how far they are now. */
export async function noteUnits(
  { db, communityId, now, actor }: { db: Database; communityId: number; now: Date; actor: Actor },
  units: readonly Pick<UnitRow, 'id' | 'householdId'>[],
  step: (typeof UNIT_STEPS)[number],
  { kept = {}, set }: { kept?: Kept; set: Partial<UnitRow> & { state: UnitState } },
): Promise<void> {
  const ids = units.map(({ id }) => id);
  const here: SQL | undefined = and(eq(repairUnit.communityId, communityId), inArray(repairUnit.id, ids));
  await db
    .update(repairUnit)
    .set({ ...set, stateAt: now })
    .where(here);
  await db.insert(repairStep).values(
    units.map(({ id, householdId }) => ({
      personId: personOf(actor),
      ...kept,
      communityId,
      unitId: id,
      householdId,
      step,
      role: roleOf(actor),
      at: now,
    })),
  );
}

/**
 * With the last of a batch asked, the board is told how many said good: once, for what it came to be afterwards would be one
 * home's word. Where one or two were on a side, no number was told, and it may be when all of the same homes were asked again.
 */
export async function tellBatch(
  { db, communityId, now }: Pick<Scope, 'db' | 'communityId' | 'now'>,
  batch: number | null,
) {
  if (batch === null) return;
  const { id, toldAt, toldUnits, toldGood } = repairBatch;
  const own = sql`from repair_unit u where u.community_id = ${communityId} and u.batch_id = ${batch}`;
  const units = sql`(select count(*)::int ${own})`;
  const hidden = sql`(${toldGood} between 1 and ${FEW - 1} or ${toldUnits} - ${toldGood} between 1 and ${FEW - 1})`;
  await db
    .update(repairBatch)
    .set({
      toldAt: now,
      toldUnits: units,
      toldGood: sql`(select count(*) filter (where u.state = 'confirmed')::int ${own})`,
    })
    .where(
      and(
        ...[eq(repairBatch.communityId, communityId), eq(id, batch)],
        or(isNull(toldAt), and(hidden, eq(toldUnits, units))),
        sql`(select bool_and(u.state in ('confirmed', 'refused')) ${own})`,
      ),
    );
}
