import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { plan, planChange, planMateriality } from '@/db/schema/plans';
import { lockKnown } from '@/features/proposals/moves';
import { doorOf } from '@/features/siteplan/facts';
import { cardHash } from '@/features/siteplan/moves';
import { type Kept, overOf } from '@/features/siteplan/rules';
import type { Door } from '@/features/siteplan/rules/consequence';
import type { Database, Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { type Refusal, refuse } from '@/lib/result';
import { drawnColumn, planFacts } from './facts';
import { type Change, type Clause, changedClauses, type Materiality, versionsOf } from './rules';

export type PlanRow = typeof plan.$inferSelect;

export const ofPlan = (row: PlanRow) => and(eq(plan.communityId, row.communityId), eq(plan.id, row.id));

/** The proposal, locked, with what is known of its plans, and the rows of the draft and of the version before. */
export async function lockPlans(scope: Scope, input: { proposal: number }) {
  const { db, communityId } = scope;
  const facts = await lockKnown(scope, input.proposal, planFacts);
  if (!facts) return undefined;
  const versions = await db
    .select()
    .from(plan)
    .where(and(eq(plan.communityId, communityId), eq(plan.proposalId, facts.id)))
    .orderBy(desc(plan.version))
    .limit(2);
  return { ...facts, ...versionsOf(versions) };
}

/** What the fingerprint of a published version is of. */
export const planText = (plan: {
  proposal: number;
  version: number;
  before: number | null;
  title: string;
  summary: string;
  cost: number;
  costNote: string;
  clauses: readonly Clause[];
  changes: readonly Change[];
  materiality: readonly Pick<Materiality, 'group' | 'material'>[];
  /** Over the site plan, where it has one. */
  drawing?: object | null;
}): { [key: string]: Json } => ({
  proposal: plan.proposal,
  version: plan.version,
  before: plan.before,
  title: plan.title,
  summary: plan.summary,
  cost: plan.cost,
  costNote: plan.costNote,
  clauses: plan.clauses.map(({ no, text }) => ({ no, text })),
  changes: plan.changes.map(({ clause, reasons }) => ({ clause, reasons: reasons.map((reason) => ({ ...reason })) })),
  material: plan.materiality.map(({ group, material }) => ({ group, material })),
  ...(plan.drawing && { drawing: plan.drawing as Json }),
});

export type Plans = NonNullable<Awaited<ReturnType<typeof lockPlans>>>;

interface Editing {
  db: Database;
  input: { rowVersion: number };
  facts: Plans;
}

/** The draft, where somebody changed it after this form was opened. */
const changedMeanwhile = ({ input: { rowVersion }, facts: { draft } }: Editing): PlanRow | null =>
  draft && rowVersion !== draft.rowVersion ? draft : null;

/** For whoever only says yes to it. */
export async function staleDraft(editing: Editing): Promise<Refusal<'stale'> | null> {
  const draft = changedMeanwhile(editing);
  return draft && refuse('stale', { rowVersion: draft.rowVersion }).refusal;
}

/** The draft as it stands now, for whoever changed it from an older one: their words stay, beside these. */
export async function overtakenDraft(editing: Editing): Promise<Refusal<'stale_draft'> | null> {
  const draft = changedMeanwhile(editing);
  if (!draft) return null;
  const { db, facts } = editing;
  const [now, before] = [
    versionsOf(facts.plans).draft?.clauses ?? [],
    versionsOf(facts.plans).published?.clauses ?? [],
  ];
  const cited = await db
    .select({ clause: planChange.clauseNo, note: planChange.note, technical: planChange.technicalReason })
    .from(planChange)
    .where(and(eq(planChange.communityId, draft.communityId), eq(planChange.planId, draft.id)))
    .orderBy(asc(planChange.clauseNo), asc(planChange.id));
  const judged = await db
    .select({ group: planMateriality.groupId, material: planMateriality.material, reason: planMateriality.reason })
    .from(planMateriality)
    .where(and(eq(planMateriality.communityId, draft.communityId), eq(planMateriality.planId, draft.id)))
    .orderBy(asc(planMateriality.groupId));
  const sides = (material: boolean) =>
    judged
      .filter((one) => one.material === material)
      .map((one) => `${facts.groups.find(({ id }) => id === one.group)?.name ?? ''} · ${one.reason}`)
      .join('\n');
  return refuse('stale_draft', {
    rowVersion: draft.rowVersion,
    clauses: changedClauses(before, now)
      .map((no) => `${no}. ${now.find((one) => one.no === no)?.text ?? '—'}`)
      .join('\n'),
    notes: cited
      .map(({ clause: no, ...one }) => [`${no}. ${one.note}`, one.technical].filter(Boolean).join(' · '))
      .join('\n'),
    material: sides(true),
    immaterial: sides(false),
  }).refusal;
}

/** Whoever opened it before this sees that it changed. */
export const touch = (db: Database, draft: PlanRow) =>
  db
    .update(plan)
    .set({ rowVersion: draft.rowVersion + 1 })
    .where(ofPlan(draft));

/**
 * The fingerprint of what a version changes for a home, as its card said it beside the form; null where nothing is
 * measured for it. Version and site never change, so it is what was shown.
 */
export async function cardShown(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  { proposalId, version, householdId }: { proposalId: number; version: number; householdId: number },
): Promise<string | null> {
  const { rows } = await db.execute<{ drawn: Kept | null; home: Door | null }>(sql`select ${drawnColumn} as drawn,
      ${doorOf(sql`plan.community_id`, sql`${householdId}::int`)} as home
    from plan where plan.community_id = ${communityId} and plan.proposal_id = ${proposalId} and plan.version = ${version}`);
  const [{ drawn, home } = { drawn: null, home: null }] = rows;
  return drawn && home && cardHash(overOf(drawn), home);
}
