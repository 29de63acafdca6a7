import { objectionRaiser } from '@/db/schema/objections';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { disputeInput, wordingInput, wordingShown } from '../input';
import { lockRaising } from '../moves';
import { checkRecordedVerdict } from '../rules';
import { note, raiser } from './note';

/** The household says that the words are its own; only then do they stand on the board. */
export const approveWording = command({
  act: acts.approveWording,
  input: wordingInput,
  facts: lockRaising,
  shown: ({ facts }) => wordingShown(facts.row),
  run: async (scope) => {
    const { db, actor, facts } = scope;
    if (actor.as !== 'resident') {
      const may = checkRecordedVerdict(null, null, scope.input.provenance);
      if (!may.ok) return may;
    }
    await db
      .update(objectionRaiser)
      .set({ wordingApproved: actor.as === 'resident' ? 'yes' : 'at_door' })
      .where(raiser(facts.row, facts.householdId));
    return note(scope, facts.proposal, facts.row, facts.row.state, {
      kind: 'wording_approved',
      householdId: facts.householdId,
      words: scope.input.provenance,
      leaf: { wording: facts.row.wording },
    });
  },
});

/** 不是这个意思: the household does not find itself in the wording. It leaves the board, and the desk reads what was meant. */
export const disputeWording = command({
  act: acts.disputeWording,
  input: disputeInput,
  facts: lockRaising,
  shown: ({ facts }) => wordingShown(facts.row),
  run: async (scope) => {
    const { db, actor, input, facts } = scope;
    if (actor.as !== 'resident') {
      const may = checkRecordedVerdict(null, null, input.provenance);
      if (!may.ok) return may;
    }
    await db.update(objectionRaiser).set({ wordingApproved: null }).where(raiser(facts.row, facts.householdId));
    return note(scope, facts.proposal, facts.row, facts.row.state, {
      kind: 'wording_disputed',
      householdId: facts.householdId,
      words: [input.words, input.provenance].filter(Boolean).join(' · '),
      leaf: { household: facts.householdId, words: input.words, provenance: input.provenance },
    });
  },
});
