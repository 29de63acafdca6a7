import { and, eq, sql } from 'drizzle-orm';
import { plan } from '@/db/schema/plans';
import { drawnColumn } from '@/features/plans/facts';
import { overOf } from '@/features/siteplan/rules';
import { list } from '@/lib/facts';
import type { Scope } from '@/lib/gate';

const clauses = sql<
  { no: number; text: string }[]
>`${list(sql`select json_agg(json_build_object('no', c.no, 'text', c.text)
    order by c.no) from clause c where c.community_id = plan.community_id and c.plan_id = plan.id`)}`;

/** A published plan as it is printed under a notice or a signature. */
export async function planText({ db, communityId }: Scope, proposalId: number, version: number) {
  const [found] = await db
    .select({
      title: plan.title,
      summary: plan.summary,
      cost: plan.cost,
      costNote: plan.costNote,
      drawn: drawnColumn,
      clauses,
    })
    .from(plan)
    .where(and(eq(plan.communityId, communityId), eq(plan.proposalId, proposalId), eq(plan.version, version)));
  const { drawn = null, ...about } = found ?? { title: '', summary: '', cost: 0, costNote: '', clauses: [] };
  return { ...about, over: drawn && overOf(drawn) };
}
