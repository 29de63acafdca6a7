import { writeLetters } from '@/features/letters/moves';
import { checkProof } from '@/features/opinions/moves';
import { step } from '@/features/proposals/moves';
import { type Actor, personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import * as acts from '../acts';
import { againInput, judgeInput, recordInput, unitShown } from '../input';
import { letters } from '../letters';
import { type LockedUnit, lockUnit, noteUnits, tellBatch } from '../moves';
import { allGood, checkVerdict, warrantyTo } from '../rules';

type Kept = Parameters<typeof noteUnits>[3]['kept'];
interface Verdict {
  outcome: 'confirmed' | 'refused';
  note: string;
  repairOn?: string | undefined;
}
type Judging = Pick<Scope, 'db' | 'community' | 'communityId' | 'now'> & {
  actor: Actor;
  facts: LockedUnit;
  input: Verdict;
};

/** What a household says of its own; the last that says it is good ends the whole. */
async function judge(scope: Judging, kept: Kept, more: Record<string, Json> = {}) {
  const { db, community, now, actor, input, facts } = scope;
  const { outcome, note } = input;
  const today = shanghaiDate(now);
  const may = checkVerdict(input, today);
  if (!may.ok) return may;
  // Said once more in its own words, what was written down for it begins no second warranty.
  const until =
    (facts.unit.state === 'confirmed' && facts.unit.warrantyTo) || warrantyTo(today, facts.repair?.warranty ?? 1);
  const set =
    outcome === 'confirmed'
      ? { state: outcome, repairOn: null, warrantyTo: until }
      : { state: outcome, repairOn: input.repairOn ?? today, warrantyTo: null };
  await noteUnits(scope, [facts.unit], outcome, { kept: { ...kept, note, day: input.repairOn ?? null }, set });
  await tellBatch(scope, facts.unit.batchId);
  const value = { proposal: facts.no, unit: facts.unit.id };
  const content: Record<string, Json> = {
    unit: facts.unit.id,
    outcome,
    note,
    repairOn: input.repairOn ?? null,
    ...more,
  };
  const last = facts.repair !== null && allGood(facts.repair.counts, facts.unit.state);
  if (facts.row.state === 'completed' && outcome === 'confirmed' && last) {
    const done = await step({ db, community, now, actor }, facts.row, 'repair_all_good', { to: 'verified' });
    return { ...done, value, leaf: { ...done.leaf, content: { ...done.leaf.content, ...content } } };
  }
  return { ok: true as const, value, leaf: { subject: `proposal/${facts.no}`, content }, changed: ['proposals'] };
}

/** The household's own word. */
export const judgeUnit = command({
  act: acts.judgeUnit,
  input: judgeInput,
  facts: lockUnit,
  shown: ({ facts }) => unitShown(facts.unit),
  run: (scope) => judge(scope, {}),
});

/** The same at its door or by telephone, read back before a witness or confirmed by a message; the household has a letter. */
export const recordUnit = command({
  act: acts.recordUnit,
  input: recordInput,
  facts: lockUnit,
  shown: ({ facts }) => unitShown(facts.unit),
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const recorderId = personOf(actor) ?? 0;
    const proved = await checkProof(scope, { recorder: recorderId, household: facts.householdId }, input);
    if (!proved.ok) return proved;
    const { channel, proof, witnessName: witness, message } = input;
    const done = await judge(
      scope,
      { personId: null, recorderId, channel, proof, witnessId: input.witness ?? null, witness, message },
      { channel, proof, witness: input.witness ?? witness, message },
    );
    if (!done.ok) return done;
    await writeLetters({ db, communityId, now }, letters.repair_recorded, [
      { to: { household: facts.householdId }, no: facts.no, detail: { title: facts.title } },
    ]);
    return done;
  },
});

/** Under warranty: that household's alone is open again, and is in no batch. */
export const leaksAgain = command({
  act: acts.leaksAgain,
  input: againInput,
  facts: lockUnit,
  run: async (scope) => {
    const { input, facts } = scope;
    const { note } = input;
    await noteUnits(scope, [facts.unit], 'leaks_again', {
      kept: { note },
      set: { state: 'reported', batchId: null, warrantyTo: null, again: facts.unit.again + 1 },
    });
    return {
      ok: true,
      value: { proposal: facts.no, unit: facts.unit.id },
      leaf: { subject: `proposal/${facts.no}`, content: { unit: facts.unit.id, leaksAgain: note } },
      changed: ['proposals'],
    };
  },
});
