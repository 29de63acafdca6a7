import { and, eq } from 'drizzle-orm';
import { clause, plan, planDrawing, planMateriality } from '@/db/schema/plans';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { draftInput } from '../input';
import { lockPlans, ofPlan } from '../moves';
import { changedClauses, checkClauses, clausesOf, versionsOf } from '../rules';

/** Version n+1 is written, or the draft of it is changed. A changed text loses what was judged of the old one. */
export const draftPlan = command({
  act: acts.draftPlan,
  input: draftInput,
  facts: lockPlans,
  run: async ({ db, communityId, now, actor, input, facts: { row, plans, draft, published } }) => {
    const clauses = typeof input.clauses === 'string' ? clausesOf(input.clauses) : input.clauses;
    const may = checkClauses(clauses);
    if (!may.ok) return may;
    const { title, summary, cost, costNote } = input;
    const before = versionsOf(plans).draft?.clauses ?? [];
    if (draft && draft.rowVersion !== input.rowVersion) {
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
    // What the version before draws is drawn until somebody draws it otherwise.
    if (!draft && published) {
      const [drawn] = await db
        .select({ sitePlanId: planDrawing.sitePlanId, shapes: planDrawing.shapes })
        .from(planDrawing)
        .where(and(eq(planDrawing.communityId, communityId), eq(planDrawing.planId, published.id)));
      if (drawn) await db.insert(planDrawing).values({ communityId, planId: saved.id, ...drawn });
    }
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
