import { and, eq } from 'drizzle-orm';
import { legalGate } from '@/db/schema/scoping';
import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { decideGateInput } from '../input';
import { lockScoping } from '../moves';

async function gated(scope: Scope, input: { proposal: number; gate: string }) {
  const facts = await lockScoping(scope, input);
  const gate = facts?.gates.find((one) => one.key === input.gate);
  return facts && gate && { ...facts, gate };
}

/** 依法须办的手续: satisfied by evidence, or not applicable for a reason; whoever decides signs. */
export const decideGate = command({
  act: acts.decideGate,
  input: decideGateInput,
  facts: gated,
  run: async ({ db, communityId, now, actor, input, facts: { row, gate } }) => {
    if (input.decidedOn && input.decidedOn > shanghaiDate(now)) {
      return refuse('invalid', undefined, { decidedOn: 'not_future' });
    }
    const decidedOn = input.decidedOn ?? shanghaiDate(now);
    const said = { state: input.outcome, evidence: input.evidence, decidedOn };
    if (gate.state === said.state && gate.evidence === said.evidence && gate.decidedOn === decidedOn)
      return refuse('nothing_changed');
    await db
      .update(legalGate)
      .set({
        ...said,
        signerId: personOf(actor),
        signedAt: now,
      })
      .where(
        and(eq(legalGate.communityId, communityId), eq(legalGate.proposalId, row.id), eq(legalGate.key, input.gate)),
      );
    await recordStep(db, row, {
      kind: 'gate_decided',
      role: roleOf(actor),
      personId: personOf(actor),
      reason: input.evidence,
      detail: { gate: input.gate, outcome: input.outcome },
      now,
    });
    return {
      ok: true,
      value: { proposal: input.proposal, gate: input.gate },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { gate: input.gate, outcome: input.outcome, evidence: input.evidence },
      },
      changed: ['proposals'],
    };
  },
});
