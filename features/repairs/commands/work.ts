import { writeLetters } from '@/features/letters/moves';
import { recordStep, step } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { listShown, startInput, workInput } from '../input';
import { letters } from '../letters';
import { lockRepair, lockUnits, noteUnits } from '../moves';

/** Looked at: in one home or in several on one day, with what was found. */
export const lookAtUnits = command({
  act: acts.lookAtUnits,
  input: workInput,
  facts: (scope, input) => lockUnits(scope, input, 'looked'),
  run: async (scope) => {
    const { communityId, now, actor, input, facts } = scope;
    const { day, note } = input;
    if (day > shanghaiDate(now)) return refuse('invalid', undefined, { day: 'not_future' });
    await noteUnits(scope, facts.units, 'looked', { kept: { note, day }, set: { state: 'looked' } });
    const units = facts.units.map(({ id }) => id);
    return {
      ok: true,
      value: { proposal: input.proposal, community: communityId },
      leaf: { subject: `proposal/${facts.no}`, content: { actor: roleOf(actor), units, looked: day, note } },
      changed: ['proposals'],
    };
  },
});

/** Repaired: each household is asked whether it is good. */
export const finishUnits = command({
  act: acts.finishUnits,
  input: workInput,
  facts: (scope, input) => lockUnits(scope, input, 'repaired'),
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const { day, note } = input;
    if (day > shanghaiDate(now)) return refuse('invalid', undefined, { day: 'not_future' });
    const set = { state: 'repaired' as const, repairedBy: personOf(actor), repairOn: null };
    await noteUnits(scope, facts.units, 'repaired', { kept: { note, day }, set });
    await writeLetters(
      { db, communityId, now },
      letters.repair_done,
      facts.units.map((one) => ({ to: { household: one.householdId }, no: facts.no, detail: { title: facts.title } })),
    );
    const units = facts.units.map(({ id }) => id);
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${facts.no}`, content: { units, repaired: day, note } },
      changed: ['proposals'],
    };
  },
});

/** Row mc: everybody was asked; where nobody refused, that is the end of it. */
export const completeRepairs = command({
  act: acts.completeRepairs,
  input: startInput,
  facts: lockRepair,
  shown: ({ facts }) => listShown(facts.repair),
  run: async ({ db, community, now, actor, facts: { row, repair } }) => {
    const refused = repair?.counts.refused ?? 0;
    if (refused > 0) return step({ db, community, now, actor }, row, 'repair_completed', { to: 'completed' });
    const by = { role: roleOf(actor), personId: personOf(actor), now };
    await recordStep(db, row, { kind: 'repair_completed', to: 'completed', ...by });
    return step({ db, community, now, actor }, { ...row, state: 'completed' }, 'repair_all_good', { to: 'verified' });
  },
});
