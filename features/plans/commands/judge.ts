import { and, eq } from 'drizzle-orm';
import { planMateriality } from '@/db/schema/plans';
import { affectedGroup } from '@/db/schema/scoping';
import type { ProposalRow } from '@/features/proposals/moves';
import { personOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { confirmInput, judgeInput } from '../input';
import { lockPlans, overtakenDraft, staleDraft, touch } from '../moves';

const groupsOf = (db: Database, { communityId, id }: ProposalRow) =>
  db
    .select({ id: affectedGroup.id, position: affectedGroup.position })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, id)));

/** Whether the changes matter to a group; said by one, and open to confirmation by another. */
export const judgeMateriality = command({
  act: acts.judgeMateriality,
  input: judgeInput,
  facts: lockPlans,
  stale: overtakenDraft,
  run: async ({ db, communityId, now, actor, input, facts: { row, draft } }) => {
    if (!draft) return refuse('no_draft');
    const groups = await groupsOf(db, row);
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
  act: acts.confirmMateriality,
  input: confirmInput,
  facts: lockPlans,
  stale: staleDraft,
  run: async ({ db, communityId, now, actor, input, facts: { draft } }) => {
    if (!draft) return refuse('no_draft');
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
