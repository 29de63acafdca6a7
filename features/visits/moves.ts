import { and, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { building, grants, household, residency } from '@/db/schema/people';
import { homeVisit, need, needStep, noVisits } from '@/db/schema/visits';
import { looksAfter } from '@/features/stewards/facts';
import type { Scope } from '@/lib/gate';

type Here = Pick<Scope, 'db' | 'communityId' | 'now'>;

const openPlan = (communityId: number, householdId: number) =>
  and(
    ...[eq(homeVisit.communityId, communityId), eq(homeVisit.householdId, householdId)],
    ...[isNull(homeVisit.outcome), isNull(homeVisit.droppedAt)],
  );

/** A home, held until the transaction ends; then whether it wants no visits, and what is planned there. */
export async function lockHome(
  { db, communityId, now, who }: Here & Pick<Scope, 'who'>,
  { household: id }: { household: number },
) {
  const personId = who.kind === 'person' ? who.personId : 0;
  const [home] = await db
    .select({
      householdId: household.id,
      entranceId: household.entranceId,
      building: building.name,
      lookedAfter: looksAfter({ c: sql`${communityId}`, personId, entrance: sql`${household.entranceId}`, now }),
    })
    .from(household)
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)))
    .where(and(eq(household.communityId, communityId), eq(household.id, id)))
    .for('update', { of: household });
  if (!home) return undefined;
  const quiet = and(eq(noVisits.communityId, communityId), eq(noVisits.householdId, id), isNull(noVisits.takenBackAt));
  const [plan] = await db
    .select({ id: homeVisit.id, visitorId: homeVisit.visitorId, plannedBy: homeVisit.plannedBy })
    .from(homeVisit)
    .where(openPlan(communityId, id));
  const noneWanted = (await db.$count(noVisits, quiet)) > 0;
  return { ...home, noVisits: noneWanted, planned: plan !== undefined, askedToGo: plan?.visitorId === personId, plan };
}

/** Lives there now. */
export async function livesThere({ db, communityId, now }: Here, householdId: number, personId: number) {
  const own = and(
    ...[eq(residency.communityId, communityId), eq(residency.householdId, householdId)],
    ...[eq(residency.personId, personId), lte(residency.from, now), or(isNull(residency.to), gt(residency.to, now))],
  );
  return (await db.$count(residency, own)) > 0;
}

/** Goes to that door: a social worker, or the captain of its entrance. */
export async function goesThere({ db, communityId, now }: Here, entranceId: number, personId: number) {
  const held = and(
    ...[eq(grants.communityId, communityId), eq(grants.personId, personId), lte(grants.from, now)],
    or(isNull(grants.to), gt(grants.to, now)),
    or(
      and(eq(grants.role, 'social-worker'), isNull(grants.entranceId)),
      and(eq(grants.role, 'captain'), eq(grants.entranceId, entranceId)),
    ),
  );
  return (await db.$count(grants, held)) > 0;
}

/** 队里管这个楼门的: somebody of the team who looks after that entrance, but at no door of their own. */
export async function teamGoesThere(
  scope: Here,
  { householdId, entranceId }: { householdId: number; entranceId: number },
  personId: number,
) {
  const { db, communityId, now } = scope;
  const there = looksAfter({ c: sql`${communityId}`, personId, entrance: sql`${entranceId}`, now });
  const [found] = await db.select({ there }).from(sql`(select) as nothing`);
  return found?.there === true && !(await livesThere(scope, householdId, personId));
}

/** A need under the lock of its home, with what was said last that was done about it. */
export async function lockNeed(scope: Scope, input: { need: number }) {
  const { db, communityId } = scope;
  const here = and(eq(need.communityId, communityId), eq(need.id, input.need));
  const [found] = await db.select({ household: need.householdId }).from(need).where(here);
  const home = found && (await lockHome(scope, { household: found.household }));
  if (!home) return undefined;
  const [row] = await db.select().from(need).where(here).for('update');
  const [said] = await db
    .select({ words: needStep.words })
    .from(needStep)
    .where(
      and(
        ...[eq(needStep.communityId, communityId), eq(needStep.needId, input.need)],
        inArray(needStep.step, ['answered']),
      ),
    )
    .orderBy(desc(needStep.id))
    .limit(1);
  return row && { ...row, ...home, row, answer: row.state === 'answered' ? (said?.words ?? null) : null };
}
export type LockedNeed = NonNullable<Awaited<ReturnType<typeof lockNeed>>>;

type Step = typeof needStep.$inferInsert;

/** A step of a need, and where it stands then. */
export async function stepNeed(
  { db, communityId, now }: Here,
  { id, householdId }: Pick<LockedNeed, 'id' | 'householdId'>,
  step: Pick<Step, 'step'> & Partial<Step>,
  set: Partial<typeof need.$inferInsert> = {},
): Promise<void> {
  await db.insert(needStep).values({ ...step, communityId, needId: id, householdId, at: now });
  if (Object.keys(set).length === 0) return;
  await db
    .update(need)
    .set({ ...set, ...(set.state && { stateAt: now }) })
    .where(and(eq(need.communityId, communityId), eq(need.id, id)));
}

/** Notes that somebody agreed to are gone once their day is over. */
export const lapsed = (now: Date) => sql`ended_at is null and until_at <= ${now.toISOString()}::timestamptz`;
