import { objectionEvent } from '@/db/schema/objections';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { escalateInput, reopenInput, wordingShown } from '../input';
import { known, lockObjection } from '../moves';
import { checkEscalation, type Objection, objectionState, reopened } from '../rules';
import { note, saveRaisers, setState } from './note';

/** The clause that answered it was changed again, or not built. */
export const reopenObjection = command({
  act: acts.reopenObjection,
  input: reopenInput,
  facts: lockObjection,
  run: async (scope) => {
    const { db, input, facts } = scope;
    const again = reopened<Objection>(known(facts.row, facts.raisers));
    if (!again.ok) return again;
    await setState(db, facts.row, {
      state: 'acknowledged',
      answerKind: null,
      answerClause: null,
      answerVersion: null,
      escalatedAt: null,
    });
    await saveRaisers(db, facts.row, again.value);
    return note(scope, facts.proposal, facts.row, 'acknowledged', {
      kind: 'reopened',
      words: input.reason,
      step: true,
      leaf: { reason: input.reason },
    });
  },
});

/** A maintained one goes on, in writing; it stands on the resolution with the objector's own words. */
export const escalateObjection = command({
  act: acts.escalateObjection,
  input: escalateInput,
  facts: lockObjection,
  shown: ({ facts }) => wordingShown(facts.row),
  run: async (scope) => {
    const { db, now, input, facts } = scope;
    const own = facts.raisers.flatMap((one) =>
      one.verdict === 'maintained' && one.verdictWords ? [one.verdictWords] : [],
    );
    const words = [...own, input.words].filter(Boolean).join('\n');
    const one = known(facts.row, facts.raisers);
    const may = checkEscalation(objectionState(one), one.escalated, words);
    if (!may.ok) return may;
    await setState(db, facts.row, { escalatedAt: now });
    await db.insert(objectionEvent).values({
      communityId: scope.communityId,
      objectionId: facts.row.id,
      kind: 'own_words',
      words,
      at: now,
    });
    return note(scope, facts.proposal, facts.row, 'maintained', {
      kind: 'escalated',
      words: input.reason,
      step: true,
      leaf: { reason: input.reason, words },
    });
  },
});
