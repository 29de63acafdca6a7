import { objectionRaiser } from '@/db/schema/objections';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { mergeInput } from '../input';
import { known, lockObjection } from '../moves';
import { checkMerge, heavier } from '../rules';
import { note, setState } from './note';

/** Two objections of one group with the same ground become one; everybody who raised either has raised it. */
export const mergeObjections = command({
  act: acts.mergeObjections,
  input: mergeInput,
  facts: async (scope, input) => {
    const from = await lockObjection(scope, input);
    const into = await lockObjection(scope, { proposal: input.proposal, objection: input.into });
    return from && into ? { ...from, from, into } : undefined;
  },
  run: async ({ db, communityId, now, actor, input, facts: { from, into } }) => {
    const gone = acts.mergedMeanwhile(into);
    if (gone) return { ok: false, refusal: gone };
    const may = checkMerge(known(into.row, into.raisers), known(from.row, from.raisers));
    if (!may.ok) return may;
    const there = new Set(into.raisers.map((one) => one.householdId));
    const added = from.raisers.filter((one) => !there.has(one.householdId));
    if (added.length > 0) {
      await db
        .insert(objectionRaiser)
        .values(added.map((one) => ({ ...one, objectionId: into.row.id, wordingApproved: null })));
    }
    await setState(db, from.row, { mergedInto: into.row.id });
    await setState(db, into.row, { weight: heavier(into.row.weight, from.row.weight) });
    const at = { db, communityId, now, actor };
    return note(at, into.proposal, into.row, into.row.state, {
      kind: 'merged',
      words: input.reason,
      leaf: { from: input.objection, households: there.size + added.length },
    });
  },
});
