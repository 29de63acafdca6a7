import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { objection, objectionEvent, objectionRaiser } from '@/db/schema/objections';
import { clause, plan, planChange, planMateriality } from '@/db/schema/plans';
import { round } from '@/db/schema/rounds';
import { affectedGroup, legalGate } from '@/db/schema/scoping';
import { writeLetters } from '@/features/letters/moves';
import { lockProposal, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { termActive } from '@/features/terms/moves';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import { changesInput, confirmInput, draftInput, judgeInput, publishInput } from './input';
import { letters } from './letters';
import { mayDraftPlan, mayJudgeMateriality, mayPublishPlan } from './policy';
import {
  type Clause,
  changedClauses,
  checkClauses,
  checkJudging,
  checkMaterialityConfirmation,
  checkPublication,
  checkRevision,
  clausesOf,
  DRAFTED_IN,
  type PlanVersion,
  type Reason,
  touchedAnswers,
} from './rules';

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);

type PlanRow = typeof plan.$inferSelect;

const ofPlan = (row: PlanRow) => and(eq(plan.communityId, row.communityId), eq(plan.id, row.id));

const clausesIn = (db: Database, row: PlanRow): Promise<Clause[]> =>
  db
    .select({ no: clause.no, text: clause.text })
    .from(clause)
    .where(and(eq(clause.communityId, row.communityId), eq(clause.planId, row.id)))
    .orderBy(asc(clause.no));

/** The proposal, locked, with its draft and the version before, and who is in office. */
async function subject({ db, communityId, now }: Scope, input: { proposal: number }) {
  const row = await lockProposal(db, communityId, input.proposal);
  if (!row || row.state === 'draft') return undefined;
  const versions = await db
    .select()
    .from(plan)
    .where(and(eq(plan.communityId, communityId), eq(plan.proposalId, row.id)))
    .orderBy(desc(plan.version))
    .limit(2);
  const draft = versions.find((version) => version.state === 'draft');
  const published = versions.find((version) => version.state === 'published');
  return { row, draft, published, termActive: await termActive(db, communityId, now) };
}

/** Those who edit a draft somebody has changed meanwhile are told; both texts stay. */
const seen = (draft: PlanRow, rowVersion: number | undefined) =>
  rowVersion === undefined || rowVersion === draft.rowVersion;

/** The draft as it stands now, for whoever changed it from an older one: their words stay, beside these. */
async function moved(
  db: Database,
  draft: PlanRow,
  published: PlanRow,
  groups: readonly { id: number; name: string }[],
) {
  const [before, now] = [await clausesIn(db, published), await clausesIn(db, draft)];
  const cited = await db
    .select({ clause: planChange.clauseNo, note: planChange.note, technical: planChange.technicalReason })
    .from(planChange)
    .where(and(eq(planChange.communityId, draft.communityId), eq(planChange.planId, draft.id)))
    .orderBy(asc(planChange.clauseNo), asc(planChange.id));
  const judged = await judgedIn(db, draft);
  const sides = (material: boolean) =>
    judged
      .filter((one) => one.material === material)
      .map((one) => `${groups.find(({ id }) => id === one.group)?.name ?? ''} · ${one.reason}`)
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
  });
}

const touch = (db: Database, draft: PlanRow) =>
  db
    .update(plan)
    .set({ rowVersion: draft.rowVersion + 1 })
    .where(ofPlan(draft));

/** Version n+1 is written, or the draft of it is changed. A changed text loses what was judged of the old one. */
export const draftPlan = command({
  act: 'plan.draft',
  input: draftInput,
  subject,
  allow: mayDraftPlan,
  run: async ({ db, communityId, now, actor, input, subject: { row, draft, published } }) => {
    if (!DRAFTED_IN.includes(row.state)) return refuse('wrong_state', { state: row.state });
    const clauses = typeof input.clauses === 'string' ? clausesOf(input.clauses) : input.clauses;
    const may = checkClauses(clauses);
    if (!may.ok) return may;
    const { title, summary, cost, costNote } = input;
    if (draft && draft.rowVersion !== input.rowVersion) {
      const before = await clausesIn(db, draft);
      const text = [draft.title, draft.summary, ...before.map((one) => `${one.no}. ${one.text}`)].join('\n');
      return refuse('stale_text', { text, rowVersion: draft.rowVersion });
    }
    const [saved] = draft
      ? await db
          .update(plan)
          .set({ title, summary, cost, costNote, rowVersion: draft.rowVersion + 1 })
          .where(ofPlan(draft))
          .returning()
      : await db
          .insert(plan)
          .values({
            communityId,
            proposalId: row.id,
            version: (published?.version ?? 0) + 1,
            title,
            summary,
            cost,
            costNote,
            draftedBy: personOf(actor) ?? 0,
            draftedAt: now,
          })
          .returning();
    if (!saved) throw new Error('the draft was not kept');
    const before = draft ? await clausesIn(db, draft) : [];
    if (changedClauses(before, clauses).length > 0) {
      await db.delete(clause).where(and(eq(clause.communityId, communityId), eq(clause.planId, saved.id)));
      await db.insert(clause).values(clauses.map((one) => ({ communityId, planId: saved.id, ...one })));
      await db
        .delete(planMateriality)
        .where(and(eq(planMateriality.communityId, communityId), eq(planMateriality.planId, saved.id)));
    }
    return {
      ok: true,
      value: { proposal: input.proposal, version: saved.version, rowVersion: saved.rowVersion },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { version: saved.version, draft: saved.rowVersion, clauses: clauses.length },
      },
      changed: [],
    };
  },
});

async function namedIn(db: Database, row: ProposalRow) {
  const { communityId, id } = row;
  const objections = await db
    .select({ id: objection.id, no: objection.no, state: objection.state })
    .from(objection)
    .where(and(eq(objection.communityId, communityId), eq(objection.proposalId, id), isNull(objection.mergedInto)));
  const gates = await db
    .select({ id: legalGate.id, key: legalGate.key })
    .from(legalGate)
    .where(and(eq(legalGate.communityId, communityId), eq(legalGate.proposalId, id)));
  const groups = await db
    .select({ id: affectedGroup.id, position: affectedGroup.position, name: affectedGroup.name })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, id)))
    .orderBy(asc(affectedGroup.position));
  return { objections, gates, groups };
}

/** What each change of the draft answers: objections, a legal gate, a technical reason. Replaces what was said before. */
export const citeChanges = command({
  act: 'plan.changes',
  input: changesInput,
  subject,
  allow: mayDraftPlan,
  run: async ({ db, communityId, input, subject: { row, draft, published } }) => {
    if (!draft) return refuse('no_draft');
    if (!published) return refuse('first_version');
    const { objections, gates, groups } = await namedIn(db, row);
    if (!seen(draft, input.rowVersion)) return moved(db, draft, published, groups);
    const changed = changedClauses(await clausesIn(db, published), await clausesIn(db, draft));
    const rows: (typeof planChange.$inferInsert)[] = [];
    for (const change of input.changes) {
      const no = change.clause;
      if (!changed.includes(no)) return refuse('reason_without_change', { clause: no });
      const cited = change.objections.map((wanted) => objections.find((one) => one.no === wanted)?.id);
      const gate = change.gate === '' ? null : gates.find((one) => one.key === change.gate)?.id;
      if (gate === undefined) return refuse('no_such_reason', { clause: no }, { [`gate_${no}`]: 'no_such_reason' });
      if (cited.includes(undefined))
        return refuse('no_such_reason', { clause: no }, { [`objections_${no}`]: 'no_such_reason' });
      if (cited.length === 0 && gate === null && change.technical === '') {
        return refuse('change_without_reason', { clause: no }, { [`technical_${no}`]: 'reason_missing' });
      }
      rows.push({
        communityId,
        planId: draft.id,
        clauseNo: no,
        note: change.note,
        objectionIds: cited.flatMap((one) => one ?? []),
        legalGateId: gate,
        technicalReason: change.technical,
      });
    }
    await db.delete(planChange).where(and(eq(planChange.communityId, communityId), eq(planChange.planId, draft.id)));
    if (rows.length > 0) await db.insert(planChange).values(rows);
    await touch(db, draft);
    const left = changed.filter((no) => !rows.some((one) => one.clauseNo === no));
    return {
      ok: true,
      value: { proposal: input.proposal, version: draft.version, cited: rows.length, left: left.length },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          version: draft.version,
          changes: input.changes.map(({ clause: no, objections: answers, gate, technical }) => ({
            clause: no,
            objections: answers,
            gate,
            technical,
          })),
        },
      },
      changed: [],
    };
  },
});

const judgedIn = (db: Database, draft: PlanRow) =>
  db
    .select({
      group: planMateriality.groupId,
      material: planMateriality.material,
      judgedBy: planMateriality.judgedBy,
      confirmedBy: planMateriality.confirmedBy,
      reason: planMateriality.reason,
    })
    .from(planMateriality)
    .where(and(eq(planMateriality.communityId, draft.communityId), eq(planMateriality.planId, draft.id)))
    .orderBy(asc(planMateriality.groupId));

/** Whether every change of a draft says what it answers; before that nobody judges how much it matters. */
async function explained(db: Database, published: PlanRow, draft: PlanRow) {
  const cited = await db
    .select({ clause: planChange.clauseNo })
    .from(planChange)
    .where(and(eq(planChange.communityId, draft.communityId), eq(planChange.planId, draft.id)));
  return checkJudging(await clausesIn(db, published), await clausesIn(db, draft), cited);
}

/** Whether the changes matter to a group; said by one, and open to confirmation by another. */
export const judgeMateriality = command({
  act: 'plan.materiality.judge',
  input: judgeInput,
  subject,
  allow: mayJudgeMateriality,
  run: async ({ db, communityId, now, actor, input, subject: { row, draft, published } }) => {
    if (!draft) return refuse('no_draft');
    if (!published) return refuse('first_version');
    const { groups } = await namedIn(db, row);
    if (!seen(draft, input.rowVersion)) return moved(db, draft, published, groups);
    const ready = await explained(db, published, draft);
    if (!ready.ok) return ready;
    for (const judgement of input.judgements) {
      const groupId = groups.find((group) => group.position === judgement.group)?.id;
      if (groupId === undefined) return refuse('no_such_group', { group: judgement.group });
      const said = {
        material: judgement.material === 'yes',
        reason: judgement.reason,
        judgedBy: personOf(actor) ?? 0,
        judgedAt: now,
        confirmedBy: null,
        confirmedAt: null,
      };
      await db
        .insert(planMateriality)
        .values({ communityId, planId: draft.id, groupId, ...said })
        .onConflictDoUpdate({
          target: [planMateriality.communityId, planMateriality.planId, planMateriality.groupId],
          set: said,
        });
    }
    await touch(db, draft);
    return {
      ok: true,
      value: { proposal: input.proposal, version: draft.version, rowVersion: draft.rowVersion + 1 },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          version: draft.version,
          judged: input.judgements.map(({ group, material }) => ({ group, material })),
        },
      },
      changed: [],
    };
  },
});

/** A second person says the judgements of every group are right. */
export const confirmMateriality = command({
  act: 'plan.materiality.confirm',
  input: confirmInput,
  subject,
  allow: mayJudgeMateriality,
  run: async ({ db, communityId, now, actor, input, subject: { row, draft, published } }) => {
    if (!draft) return refuse('no_draft');
    if (!published) return refuse('first_version');
    if (!seen(draft, input.rowVersion)) return refuse('stale', { rowVersion: draft.rowVersion });
    const ready = await explained(db, published, draft);
    if (!ready.ok) return ready;
    const { groups } = await namedIn(db, row);
    const judged = await judgedIn(db, draft);
    const all = groups.map((group) => group.id);
    const may = checkMaterialityConfirmation(judged, all, personOf(actor));
    if (!may.ok) return may;
    await db
      .update(planMateriality)
      .set({ confirmedBy: personOf(actor), confirmedAt: now })
      .where(and(eq(planMateriality.communityId, communityId), eq(planMateriality.planId, draft.id)));
    return {
      ok: true,
      value: { proposal: input.proposal, version: draft.version },
      leaf: { subject: `proposal/${input.proposal}`, content: { version: draft.version, materiality: 'confirmed' } },
      changed: [],
    };
  },
});

async function revisionOf(db: Database, row: ProposalRow, draft: PlanRow) {
  const { objections, gates, groups } = await namedIn(db, row);
  const cited = await db
    .select()
    .from(planChange)
    .where(and(eq(planChange.communityId, row.communityId), eq(planChange.planId, draft.id)))
    .orderBy(asc(planChange.clauseNo), asc(planChange.id));
  const changes = cited.map((change) => {
    const gate = gates.find((one) => one.id === change.legalGateId);
    const reasons: Reason[] = [
      ...change.objectionIds.map((id) => ({ kind: 'objection' as const, objection: id })),
      ...(gate ? [{ kind: 'gate' as const, gate: gate.key }] : []),
      ...(change.technicalReason ? [{ kind: 'technical' as const, text: change.technicalReason }] : []),
    ];
    return { clause: change.clauseNo, reasons };
  });
  const next: PlanVersion = {
    version: draft.version,
    clauses: await clausesIn(db, draft),
    changes,
    materiality: await judgedIn(db, draft),
  };
  const facts = {
    groups: groups.map((group) => group.id),
    objections: objections.map(({ id, state }) => ({ id, answered: state !== 'raised' && state !== 'acknowledged' })),
    gates: gates.map((gate) => gate.key),
  };
  return { next, facts };
}

/**
 * Answers that stood on a clause this version rewords go back to those who raised the objection: their word is asked
 * anew, and it is no longer adopted exactly as they asked until they say so. Without its clause an objection is open.
 */
async function reopenTouched(scope: Pick<Scope, 'db' | 'communityId' | 'now'>, row: ProposalRow, touched: Touched) {
  const { db, communityId, now } = scope;
  const ids = [...touched.askAgain, ...touched.unanswered];
  if (ids.length === 0) return;
  const held = and(eq(objection.communityId, communityId), inArray(objection.id, ids));
  await db
    .update(objection)
    .set({
      state: 'answered',
      answerKind: sql`case ${objection.answerKind} when 'adopted' then 'adopted_another_way' else ${objection.answerKind} end`,
      answerVersion: touched.version,
      answeredAt: now,
      escalatedAt: null,
    })
    .where(and(held, inArray(objection.id, touched.askAgain)));
  await db
    .update(objection)
    .set({ state: 'acknowledged', answerKind: null, answerClause: null, answerVersion: null, escalatedAt: null })
    .where(and(held, inArray(objection.id, touched.unanswered)));
  const raisers = await db
    .update(objectionRaiser)
    .set({ verdict: null, verdictWords: '', verdictBy: null, verdictAt: null, triesToReach: 0 })
    .where(
      and(
        eq(objectionRaiser.communityId, communityId),
        inArray(objectionRaiser.objectionId, ids),
        sql`${objectionRaiser.verdict} is distinct from 'withdrawn'`,
      ),
    )
    .returning({ objectionId: objectionRaiser.objectionId, householdId: objectionRaiser.householdId });
  const rows = await db.select({ id: objection.id, wording: objection.wording }).from(objection).where(held);
  const kind = (id: number) => (touched.askAgain.includes(id) ? 'asked_again' : 'reopened');
  await db
    .insert(objectionEvent)
    .values(ids.map((id) => ({ communityId, objectionId: id, kind: kind(id), personId: touched.by, at: now })));
  await writeLetters(
    scope,
    letters.answer_changed,
    raisers.map(({ objectionId, householdId }) => ({
      ...{ to: { household: householdId }, no: row.no ?? 0 },
      detail: { wording: rows.find(({ id }) => id === objectionId)?.wording ?? '' },
    })),
  );
}

interface Touched {
  askAgain: number[];
  unanswered: number[];
  version: number;
  by: number | null;
}

/** Row 9: the draft becomes a version nobody can change; out of redesign the proposal is talked about again. */
export const publishPlan = command({
  act: 'plan.publish',
  input: publishInput,
  subject,
  allow: mayPublishPlan,
  run: async ({ db, communityId, now, actor, input, subject: { row, draft, published } }) => {
    if (!draft) return refuse('no_draft');
    if (!seen(draft, input.rowVersion)) return refuse('stale', { rowVersion: draft.rowVersion });
    const running = await db
      .select({ id: round.id })
      .from(round)
      .where(and(eq(round.communityId, communityId), eq(round.proposalId, row.id), eq(round.state, 'open')));
    const { next, facts } = await revisionOf(db, row, draft);
    const may = checkPublication(row.state, draft.version, running.length > 0, next.clauses);
    if (!may.ok) return may;
    const touched: Touched = { askAgain: [], unanswered: [], version: draft.version, by: personOf(actor) };
    if (published) {
      const before = {
        version: published.version,
        clauses: await clausesIn(db, published),
        changes: [],
        materiality: [],
      };
      const revised = checkRevision(before, next, facts);
      if (!revised.ok) return revised;
      const answers = await db
        .select({ id: objection.id, version: objection.answerVersion, clause: objection.answerClause })
        .from(objection)
        .where(
          and(
            ...[eq(objection.communityId, communityId), eq(objection.proposalId, row.id), isNull(objection.mergedInto)],
            inArray(objection.state, ['answered', 'settled', 'maintained', 'lapsed']),
          ),
        )
        .orderBy(asc(objection.no));
      Object.assign(touched, touchedAnswers(answers, before.clauses, next.clauses, draft.version));
    }
    const text: { [key: string]: Json } = {
      proposal: input.proposal,
      version: draft.version,
      before: published?.version ?? null,
      title: draft.title,
      summary: draft.summary,
      cost: draft.cost,
      costNote: draft.costNote,
      clauses: next.clauses.map((one) => ({ ...one })),
      changes: next.changes.map((one) => ({
        clause: one.clause,
        reasons: one.reasons.map((reason) => ({ ...reason })),
      })),
      material: next.materiality.map(({ group, material }) => ({ group, material })),
    };
    const hash = sha256(canonical(text));
    await db
      .update(plan)
      .set({ state: 'published', publishedBy: personOf(actor), publishedAt: now, hash })
      .where(ofPlan(draft));
    await recordStep(db, row, {
      kind: 'plan_published',
      ...(row.state === 'redesign' ? { to: 'consulting' as const } : {}),
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { version: draft.version },
      now,
    });
    await reopenTouched({ db, communityId, now }, row, touched);
    return {
      ok: true,
      value: { proposal: input.proposal, version: draft.version, hash: hash.toString('hex') },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          ...text,
          hash: hash.toString('hex'),
          ...(touched.askAgain.length > 0 && { askedAgain: touched.askAgain }),
          ...(touched.unanswered.length > 0 && { unanswered: touched.unanswered }),
        },
      },
      changed: ['proposals'],
    };
  },
});
