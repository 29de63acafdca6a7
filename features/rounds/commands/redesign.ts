import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { redesignInput } from '../input';
import { lockRounds } from '../moves';
import { redGroups } from '../rules';

/** Row 8: the plan goes back to the drawing board, because a group is red or an objection is open. */
export const redesign = command({
  act: acts.redesign,
  input: redesignInput,
  facts: lockRounds,
  run: async ({ db, now, actor, input: { proposal, reason }, facts: { row, ...facts } }) => {
    const why = { red: redGroups(facts), objections: facts.openObjections };
    await recordStep(db, row, {
      kind: 'redesign',
      to: 'redesign',
      role: roleOf(actor),
      personId: personOf(actor),
      now,
      reason,
      detail: why,
    });
    return {
      ok: true,
      value: { proposal },
      leaf: { subject: `proposal/${proposal}`, content: { to: 'redesign', reason, ...why } },
      changed: ['proposals'],
    };
  },
});
