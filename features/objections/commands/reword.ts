import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { objectionRaiser } from '@/db/schema/objections';
import { writeLetters } from '@/features/letters/moves';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { rewordInput, wordingShown } from '../input';
import { letters } from '../letters';
import { known, lockObjection } from '../moves';
import { checkReword } from '../rules';
import { homesOf, note, setState, telling } from './note';

async function lockReworded(scope: Scope, input: z.output<typeof rewordInput>) {
  const facts = await lockObjection(scope, input);
  const may = facts && checkReword(known(facts.row, facts.raisers), facts.row, input);
  // Of another weight alone nobody is asked again.
  return facts && may?.ok && !may.value.asked ? { ...facts, objection: { ...facts.objection, approvals: 0 } } : facts;
}

/** Worded or weighed anew before it is answered; those who raised it are told, and asked about new words again. */
export const rewordObjection = command({
  act: acts.rewordObjection,
  input: rewordInput,
  facts: lockReworded,
  shown: ({ facts }) => wordingShown(facts.row),
  run: async (scope) => {
    const { db, communityId, input, facts } = scope;
    const { proposal, row } = facts;
    const { weight, wording, reason } = input;
    const may = checkReword(known(row, facts.raisers), row, { weight, wording });
    if (!may.ok) return may;
    await setState(db, row, { weight, wording });
    const { asked } = may.value;
    if (asked) {
      await db
        .update(objectionRaiser)
        .set({ wordingApproved: null })
        .where(and(eq(objectionRaiser.communityId, communityId), eq(objectionRaiser.objectionId, row.id)));
    }
    await writeLetters(scope, letters.objection_reworded, telling(proposal, homesOf(facts.raisers), { wording }));
    return note(scope, proposal, row, row.state, {
      kind: asked ? 'reworded' : 'reweighed',
      words: asked ? row.wording : '',
      leaf: { weight, wording, ...(reason && { reason }), before: { weight: row.weight, wording: row.wording } },
    });
  },
});
