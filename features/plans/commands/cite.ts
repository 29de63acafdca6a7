import { and, eq } from 'drizzle-orm';
import { planChange } from '@/db/schema/plans';
import { legalGate } from '@/db/schema/scoping';
import type { ProposalRow } from '@/features/proposals/moves';
import { command, type Database } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { changesInput } from '../input';
import { lockPlans, overtakenDraft, touch } from '../moves';
import { changedClauses, versionsOf } from '../rules';

const gatesOf = (db: Database, { communityId, id }: ProposalRow) =>
  db
    .select({ id: legalGate.id, key: legalGate.key })
    .from(legalGate)
    .where(and(eq(legalGate.communityId, communityId), eq(legalGate.proposalId, id)));

/** What each change of the draft answers: objections, a legal gate, a technical reason. Replaces what was said before. */
export const citeChanges = command({
  act: acts.citeChanges,
  input: changesInput,
  facts: lockPlans,
  stale: overtakenDraft,
  run: async ({ db, communityId, input, facts: { row, plans, draft, citable } }) => {
    if (!draft) return refuse('no_draft');
    const { draft: next, published } = versionsOf(plans);
    const changed = changedClauses(published?.clauses ?? [], next?.clauses ?? []);
    const gates = await gatesOf(db, row);
    const rows: (typeof planChange.$inferInsert)[] = [];
    for (const change of input.changes) {
      const no = change.clause;
      if (!changed.includes(no)) return refuse('reason_without_change', { clause: no });
      const cited = change.objections.map((wanted) => citable.find((one) => one.no === wanted)?.id);
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
