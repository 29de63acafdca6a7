import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { clause, plan, planChange, planDrawing } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { legalGate } from '@/db/schema/scoping';
import { sitePlan } from '@/db/schema/siteplan';
import { keptShapes } from '@/features/siteplan/rules';
import type { Scope } from '@/lib/gate';

export async function proposalOf({ db, communityId }: Scope, no: number) {
  const [row] = await db
    .select({ id: proposal.id, no: proposal.no, title: proposal.title, state: proposal.state })
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)));
  return row && row.state !== 'draft' ? row : undefined;
}

export async function plansOf({ db, communityId }: Scope, proposalId: number, drafts: boolean) {
  return db
    .select({
      id: plan.id,
      version: plan.version,
      title: plan.title,
      summary: plan.summary,
      cost: plan.cost,
      costNote: plan.costNote,
      state: plan.state,
      rowVersion: plan.rowVersion,
      publishedAt: plan.publishedAt,
      hash: plan.hash,
    })
    .from(plan)
    .where(
      and(
        eq(plan.communityId, communityId),
        eq(plan.proposalId, proposalId),
        drafts ? undefined : eq(plan.state, 'published'),
      ),
    )
    .orderBy(desc(plan.version));
}

export async function clausesOf({ db, communityId }: Scope, plans: number[]) {
  return db
    .select({ planId: clause.planId, no: clause.no, text: clause.text })
    .from(clause)
    .where(and(eq(clause.communityId, communityId), inArray(clause.planId, plans)))
    .orderBy(asc(clause.no));
}

/** An objection as a change names it; `wording` is null on the board until one who raised it has approved the words. */
interface Named {
  no: number;
  ground: string;
  wording: string | null;
  state: string;
}

export interface ChangeView {
  version: number;
  clause: number;
  note: string;
  objections: Named[];
  gate: string | null;
  technical: string;
}

/** What the changes of these plans answer. */
export async function changesOf(
  { db, communityId }: Scope,
  plans: number[],
  objections: () => Promise<(Named & { id: number })[]>,
): Promise<ChangeView[]> {
  const rows = await db
    .select({
      version: plan.version,
      clause: planChange.clauseNo,
      note: planChange.note,
      objectionIds: planChange.objectionIds,
      gate: legalGate.key,
      technical: planChange.technicalReason,
    })
    .from(planChange)
    .innerJoin(plan, and(eq(plan.communityId, planChange.communityId), eq(plan.id, planChange.planId)))
    .leftJoin(
      legalGate,
      and(eq(legalGate.communityId, planChange.communityId), eq(legalGate.id, planChange.legalGateId)),
    )
    .where(and(eq(planChange.communityId, communityId), inArray(planChange.planId, plans)))
    .orderBy(asc(plan.version), asc(planChange.clauseNo), asc(planChange.id));
  if (rows.length === 0) return [];
  const named = await objections();
  return rows.map(({ objectionIds, ...row }) => ({
    ...row,
    objections: objectionIds.flatMap((id) => {
      const found = named.find((one) => one.id === id);
      return found ? [{ no: found.no, ground: found.ground, wording: found.wording, state: found.state }] : [];
    }),
  }));
}

/** What these plans draw over the site, each over the version of it that it was drawn on. */
export async function drawnOf({ db, communityId }: Scope, plans: number[]) {
  const rows = await db
    .select({
      planId: planDrawing.planId,
      shapes: planDrawing.shapes,
      site: sitePlan.shapes,
      siteVersion: sitePlan.version,
    })
    .from(planDrawing)
    .innerJoin(
      sitePlan,
      and(eq(sitePlan.communityId, planDrawing.communityId), eq(sitePlan.id, planDrawing.sitePlanId)),
    )
    .where(and(eq(planDrawing.communityId, communityId), inArray(planDrawing.planId, plans)));
  return rows.map(({ shapes, site, ...row }) => ({ ...row, shapes: keptShapes(shapes), site: keptShapes(site) }));
}

export type Drawn = Awaited<ReturnType<typeof drawnOf>>[number];
