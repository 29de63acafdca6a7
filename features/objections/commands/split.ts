import { and, eq, inArray } from 'drizzle-orm';
import { objection, objectionEvent, objectionRaiser } from '@/db/schema/objections';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { splitInput } from '../input';
import { letters } from '../letters';
import { approvalsOf, known, lockObjection } from '../moves';
import { checkSplit, objectionState } from '../rules';
import { nextNo, note, setState, stored, telling } from './note';

/** Taken apart before it is answered: some who raised it, with what each said, go on in an objection of their own. */
export const splitObjection = command({
  act: acts.splitObjection,
  input: splitInput,
  facts: async (scope, input) => {
    const facts = await lockObjection(scope, input);
    const leaving = facts?.raisers.filter((one) => input.households.includes(one.householdId)) ?? [];
    return facts && { ...facts, objection: { ...facts.objection, approvals: approvalsOf(leaving) } };
  },
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const { proposal, row } = facts;
    const leaving = [...new Set(input.households)];
    const may = checkSplit(known(row, facts.raisers), leaving);
    if (!may.ok) return may;
    const no = await nextNo(db, proposal);
    const { id: _, no: _no, ...same } = row;
    const own = { no, weight: input.weight, wording: input.wording, drawnBy: personOf(actor) ?? 0 };
    const [made] = await db
      .insert(objection)
      .values({ ...same, ...own })
      .returning();
    if (!made) return refuse('unknown');
    await db
      .update(objectionRaiser)
      .set({ objectionId: made.id, wordingApproved: null })
      .where(
        and(
          eq(objectionRaiser.communityId, communityId),
          eq(objectionRaiser.objectionId, row.id),
          inArray(objectionRaiser.householdId, leaving),
        ),
      );
    const left = facts.raisers.filter((one) => !leaving.includes(one.householdId));
    const states = [left, facts.raisers.filter((one) => leaving.includes(one.householdId))].map((raisers) =>
      stored(objectionState(known(row, raisers))),
    );
    await setState(db, row, { state: states[0] });
    await setState(db, made, { state: states[1] });
    await db
      .insert(objectionEvent)
      .values({ communityId, objectionId: made.id, kind: 'split_from', personId: personOf(actor), at: now });
    await writeLetters(scope, letters.objection_drawn, telling(proposal, leaving, input));
    const written = await note(scope, proposal, row, states[0] ?? row.state, {
      kind: 'split',
      words: input.reason,
      leaf: { into: no, households: leaving.length, weight: input.weight, wording: input.wording },
    });
    return { ...written, value: { ...written.value, into: no } };
  },
});
