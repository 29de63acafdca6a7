import { round } from '@/db/schema/rounds';
import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { summaryInput } from '../input';
import { changedWith, lockRound, ofRound } from '../moves';

/** What people said in this round, in a paragraph. */
export const summariseRound = command({
  act: acts.summariseRound,
  input: summaryInput,
  facts: lockRound,
  run: async ({ db, now, actor, input, facts: { row, round: locked } }) => {
    const { summary } = input;
    await db
      .update(round)
      .set({ summary, summarisedBy: personOf(actor) })
      .where(ofRound(locked));
    await recordStep(db, row, {
      kind: 'round_summarised',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { round: locked.no, k: locked.k },
      now,
    });
    return {
      ok: true,
      value: { round: locked.no },
      leaf: { subject: `round/${locked.no}`, content: { summary } },
      changed: changedWith(row.no),
    };
  },
});
