import { command } from '@/lib/gate';
import * as acts from '../acts';
import { appealDecisionInput, reasonInput } from '../input';
import { letters } from '../letters';
import { lockNumbered, lockOwn, step, tellAuthors } from '../moves';

/** The author asks the district to look at the refusal. */
export const appeal = command({
  act: acts.appeal,
  input: reasonInput,
  facts: lockOwn,
  run: async ({ db, community, now, actor, input, facts: { row } }) => {
    return step({ db, community, now, actor }, row, 'appealed', { reason: input.reason });
  },
});

/** The district decides, never whoever refused: back to the start, or the refusal stands. */
export const decideAppeal = command({
  act: acts.decideAppeal,
  input: appealDecisionInput,
  facts: lockNumbered,
  run: async ({ db, community, now, actor, input, facts: { row } }) => {
    await tellAuthors({ db, now }, row, letters.appeal_decided, { title: row.title });
    const { reason } = input;
    return input.outcome === 'upheld'
      ? step({ db, community, now, actor }, row, 'appeal_upheld', { to: 'submitted', reason })
      : step({ db, community, now, actor }, row, 'appeal_dismissed', { reason });
  },
});
