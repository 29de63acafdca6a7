import { writeLetters } from '@/features/letters/moves';
import { step } from '@/features/proposals/moves';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { dropInput } from '../input';
import { letters } from '../letters';
import { lockUnit, noteUnits, tellBatch } from '../moves';
import { unitsIn } from '../rules';

/** 不修了: off the list; where every other home has said that it is good, that ends the whole. */
export const dropUnit = command({
  act: acts.dropUnit,
  input: dropInput,
  facts: async (scope: Scope, input: { unit: number }) => {
    const found = await lockUnit(scope, input);
    return found && { ...found, last: found.repair !== null && unitsIn(found.repair.counts) === 1 };
  },
  run: async (scope) => {
    const { db, community, communityId, now, actor, input, facts } = scope;
    const { reason: note } = input;
    await noteUnits(scope, [facts.unit], 'dropped', {
      kept: { note },
      set: { state: 'dropped', batchId: null, repairOn: null, warrantyTo: null },
    });
    await tellBatch(scope, facts.unit.batchId);
    if (actor.as !== 'resident')
      await writeLetters({ db, communityId, now }, letters.repair_dropped, [
        { to: { household: facts.householdId }, no: facts.no, detail: { title: facts.title, reason: note } },
      ]);
    const value = { proposal: facts.no, unit: facts.unit.id };
    const content = { unit: facts.unit.id, dropped: note };
    const left = facts.repair ? unitsIn(facts.repair.counts) - 1 : 0;
    if (facts.row.state === 'completed' && facts.repair?.counts.confirmed === left) {
      const done = await step({ db, community, now, actor }, facts.row, 'repair_all_good', { to: 'verified' });
      return { ...done, value, leaf: { ...done.leaf, content: { ...done.leaf.content, ...content } } };
    }
    return { ok: true as const, value, leaf: { subject: `proposal/${facts.no}`, content }, changed: ['proposals'] };
  },
});
