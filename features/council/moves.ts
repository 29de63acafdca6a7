import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { councilMember, councilProject, demand } from '@/db/schema/council';
import type { NeedTurn } from '@/db/words/visits';
import { writeLetters } from '@/features/letters/moves';
import { letters } from '@/features/visits/letters';
import { type LockedNeed, lockNeed, stepNeed } from '@/features/visits/moves';
import { isOver } from '@/features/visits/rules';
import { type Actor, personOf } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';

type Here = Pick<Scope, 'db' | 'communityId'>;

/** An organisation by its number, held. */
export async function lockMember({ db, communityId }: Here, no: number) {
  const [row] = await db
    .select()
    .from(councilMember)
    .where(and(eq(councilMember.communityId, communityId), eq(councilMember.no, no)))
    .for('update');
  if (!row) return undefined;
  const leads = await db.$count(
    councilProject,
    and(
      ...[eq(councilProject.communityId, communityId), eq(councilProject.leadId, row.id)],
      isNull(councilProject.endedAt),
    ),
  );
  return { ...row, left: row.to !== null, leads };
}

/** Lines of the list of needs by their numbers, held, with how they stand. */
export async function lockDemands({ db, communityId }: Here, numbers: readonly number[]) {
  const held = await db
    .select()
    .from(demand)
    .where(and(eq(demand.communityId, communityId), inArray(demand.no, [...numbers])))
    .orderBy(demand.id)
    .for('update');
  const { rows } = await db.execute<{ id: number; n: number }>(sql`select demand_id as id, count(*)::int as n
    from demand_claim where community_id = ${communityId}
      and demand_id = any (${sql.param(held.map(({ id }) => id))}::int[]) group by demand_id`);
  return held.map((one) => ({
    ...one,
    withdrawn: one.withdrawnAt !== null,
    project: one.projectId,
    claims: rows.find(({ id }) => id === one.id)?.n ?? 0,
  }));
}

/** A project by its number, held. */
export async function lockProject({ db, communityId }: Here, no: number) {
  const [row] = await db
    .select()
    .from(councilProject)
    .where(and(eq(councilProject.communityId, communityId), eq(councilProject.no, no)))
    .for('update');
  return row && { ...row, ended: row.endedAt !== null };
}

/** A household's need under its lock, and whether the list has it; `need` is null where none is meant, all undefined where there is none. */
export async function unlisted(scope: Scope, which: number | undefined) {
  const need = which === undefined ? null : await lockNeed(scope, { need: which });
  if (need === undefined) return undefined;
  const of = and(eq(demand.communityId, scope.communityId), eq(demand.needId, need?.id ?? 0));
  return { need, listed: need !== null && (await scope.db.$count(demand, of)) > 0 };
}

type Line = Pick<typeof demand.$inferInsert, 'title' | 'words' | 'source' | 'needId' | 'caseId' | 'projectId'>;

/** A line of the list of needs, with its number. */
export async function listDemand({ db, communityId, now }: Here & Pick<Scope, 'now'>, line: Line) {
  const no = await nextNumber(db, communityId, 'demand');
  await db.insert(demand).values({ ...line, communityId, no, at: now });
  return { no };
}

/** What became of a household's need, which it is told and closes all the same. */
export async function turnInto(
  scope: Here & Pick<Scope, 'now'> & { actor: Actor },
  need: LockedNeed,
  into: NeedTurn,
  no: number,
): Promise<void> {
  if (isOver(need.state)) return;
  await stepNeed(scope, need, { step: 'turned', recorderId: personOf(scope.actor), into, intoNo: no });
  await writeLetters(scope, letters.need_turned, [
    { to: { household: need.householdId }, no: need.id, detail: { into, no } },
  ]);
}

/** Of needs that stand on the list, the households' own, each under the lock of its home. */
export async function needsBehind(scope: Scope, lines: readonly { needId: number | null }[]) {
  const found: LockedNeed[] = [];
  for (const { needId } of lines) {
    const need = needId === null ? undefined : await lockNeed(scope, { need: needId });
    if (need) found.push(need);
  }
  return found;
}
