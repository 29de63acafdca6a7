import { and, asc, eq } from 'drizzle-orm';
import { clause, plan } from '@/db/schema/plans';
import type { Scope } from '@/lib/gate';

/** A published plan as it is printed under a notice or a signature. */
export async function planText({ db, communityId }: Scope, proposalId: number, version: number) {
  const rows = await db
    .select({
      about: { title: plan.title, summary: plan.summary, cost: plan.cost, costNote: plan.costNote },
      one: { no: clause.no, text: clause.text },
    })
    .from(plan)
    .leftJoin(clause, and(eq(clause.communityId, plan.communityId), eq(clause.planId, plan.id)))
    .where(and(eq(plan.communityId, communityId), eq(plan.proposalId, proposalId), eq(plan.version, version)))
    .orderBy(asc(clause.no));
  const about = rows[0]?.about ?? { title: '', summary: '', cost: 0, costNote: '' };
  return { ...about, clauses: rows.flatMap(({ one }) => one ?? []) };
}
