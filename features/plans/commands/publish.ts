import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { planCondition } from '@/db/schema/conditions';
import { objection, objectionEvent, objectionRaiser } from '@/db/schema/objections';
import { plan } from '@/db/schema/plans';
import { writeLetters } from '@/features/letters/moves';
import { type ProposalRow, recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { canonical, sha256 } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { publishInput } from '../input';
import { letters } from '../letters';
import { lockPlans, ofPlan, planText, staleDraft } from '../moves';
import { touchedAnswers, versionsOf } from '../rules';
import { followedOf } from '../rules/followed';

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
      to: { household: householdId },
      no: row.no ?? 0,
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
  act: acts.publishPlan,
  input: publishInput,
  facts: lockPlans,
  stale: async (editing) =>
    (await staleDraft(editing)) ??
    (editing.input.marked === (editing.facts.asked?.version ?? 0)
      ? null
      : refuse('marked_anew', { marked: editing.facts.asked?.version ?? 0 }).refusal),
  run: async ({ db, communityId, now, actor, input, facts: { row, plans, draft, published, asked } }) => {
    const { draft: next, published: before } = versionsOf(plans);
    if (!draft || !next) return refuse('no_draft');
    const followed = followedOf(asked, input);
    if (!followed.ok) return followed;
    const touched: Touched = { askAgain: [], unanswered: [], version: draft.version, by: personOf(actor) };
    if (before) {
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
    const text = planText({ proposal: input.proposal, before: published?.version ?? null, ...draft, ...next });
    const hash = sha256(canonical(text));
    await db
      .update(plan)
      .set({ state: 'published', publishedBy: personOf(actor), publishedAt: now, hash })
      .where(ofPlan(draft));
    const of = { communityId, planId: draft.id, listId: asked?.id ?? 0 };
    const conditions = followed.value;
    if (conditions.length > 0) await db.insert(planCondition).values(conditions.map((one) => ({ ...of, ...one })));
    await recordStep(db, row, {
      kind: 'plan_published',
      ...(row.state === 'redesign' && { to: 'consulting' }),
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
          ...(conditions.length > 0 && { marked: input.marked, conditions: conditions.map((one) => ({ ...one })) }),
          ...(touched.askAgain.length > 0 && { askedAgain: touched.askAgain }),
          ...(touched.unanswered.length > 0 && { unanswered: touched.unanswered }),
        },
      },
      changed: ['proposals'],
    };
  },
});
