import { visit } from '@/db/schema/opinions';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { visitInput } from '../input';
import { lockVoter } from '../moves';
import { races } from './say';

/** Somebody knocked and brought no opinion home. */
export const noteVisit = command({
  act: acts.noteVisit,
  input: visitInput,
  facts: lockVoter,
  races,
  run: async ({ db, communityId, now, actor, input, facts: voter }) => {
    const { outcome } = input;
    await db.insert(visit).values({
      communityId,
      roundId: voter.round.id,
      householdId: voter.householdId,
      outcome,
      visitorId: personOf(actor) ?? 0,
      at: now,
    });
    return {
      ok: true,
      value: { round: voter.round.no, household: voter.householdId },
      leaf: { subject: `round/${voter.round.no}`, content: { household: voter.householdId, visit: outcome } },
      changed: [],
    };
  },
});
