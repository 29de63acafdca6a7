import { and, eq } from 'drizzle-orm';
import { worksPlaceWord } from '@/db/schema/places';
import { writeLetters } from '@/features/letters/moves';
import { checkProof } from '@/features/opinions/moves';
import { step } from '@/features/works/moves';
import { checkUntil, checkWord } from '@/features/works/rules/places';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import * as acts from '../acts';
import { judgeInput, placeShown, recordInput, settleInput } from '../input';
import { letters } from '../letters';
import { type LockedBeside, lockBeside, lockPlace } from '../moves';

type Row = typeof worksPlaceWord.$inferInsert;
type Said = Pick<Row, 'personId' | 'recorderId' | 'channel' | 'proof' | 'witnessId' | 'witness' | 'message'>;

const unrecorded = { recorderId: null, channel: null, proof: null, witnessId: null, witness: '', message: '' };

interface Word {
  outcome: 'accepted' | 'refused';
  reason: string;
}

type Judging = Pick<Scope, 'db' | 'communityId' | 'now'> & {
  facts: LockedBeside;
  input: Word;
};

/** What a household beside it says; what was done about an earlier no is done with. */
async function judge(scope: Judging, said: Said, more: Record<string, Json> = {}) {
  const { db, communityId, now, input, facts } = scope;
  const { outcome, reason } = input;
  const may = checkWord(outcome, reason);
  if (!may.ok) return may;
  const { row, works: site, milestone, place, householdId } = facts;
  const values = { outcome, reason, ...said, at: now, mendNote: '', mendOn: null, mendBy: null };
  await db
    .insert(worksPlaceWord)
    .values({ communityId, placeId: place.id, householdId, ...values })
    .onConflictDoUpdate({
      target: [worksPlaceWord.communityId, worksPlaceWord.placeId, worksPlaceWord.householdId],
      set: values,
    });
  // No event: when one of a few neighbours spoke is nobody else's to read.
  const content: Record<string, Json> = { milestone: milestone.position, place: place.position, outcome, reason };
  return {
    ok: true as const,
    value: { works: site.no, milestone: milestone.position, place: place.position },
    leaf: { subject: `works/${site.no}`, content: { ...content, ...more } },
    changed: [`proposal/${row.no}`],
  };
}

/** The household's own word. */
export const judgePlace = command({
  act: acts.judgePlace,
  input: judgeInput,
  facts: lockBeside,
  shown: ({ facts }) => placeShown(facts.place),
  run: (scope) => judge(scope, { ...unrecorded, personId: personOf(scope.actor) }),
});

/** The same at its door, read back before a witness or confirmed by a message; the household has a letter. */
export const recordPlace = command({
  act: acts.recordPlace,
  input: recordInput,
  facts: lockBeside,
  shown: ({ facts }) => placeShown(facts.place),
  run: async (scope) => {
    const { actor, input, facts } = scope;
    const recorderId = personOf(actor) ?? 0;
    const proved = await checkProof(scope, { recorder: recorderId, household: facts.householdId }, input);
    if (!proved.ok) return proved;
    const { channel, proof, message, witnessName: witness } = input;
    const said = { personId: null, recorderId, channel, proof, witnessId: input.witness ?? null, witness, message };
    const done = await judge(scope, said, { channel, proof, message, witness: input.witness ?? witness });
    if (!done.ok) return done;
    const detail = { title: facts.row.title, place: facts.place.name };
    await writeLetters(scope, letters.place_recorded, [
      { to: { household: facts.householdId }, no: facts.works.no, detail },
    ]);
    return done;
  },
});

/** What is done about a no, and by when; whoever said it is told. */
export const settlePlace = command({
  act: acts.settlePlace,
  input: settleInput,
  facts: async (scope, input) => {
    const facts = await lockPlace(scope, input);
    const word = facts?.place.words.find((one) => one.id === input.word);
    return facts && word && { ...facts, word };
  },
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, works: site, milestone, place, word } = scope.facts;
    const { answer, mendOn } = input;
    const may = checkUntil(mendOn, shanghaiDate(now), 'mendOn');
    if (!may.ok) return may;
    await db
      .update(worksPlaceWord)
      .set({ mendNote: answer, mendOn, mendBy: personOf(actor) })
      .where(and(eq(worksPlaceWord.communityId, communityId), eq(worksPlaceWord.id, word.id)));
    await writeLetters(scope, letters.place_settled, [
      { to: { household: word.household }, no: site.no, detail: { title: row.title, place: place.name, answer } },
    ]);
    const done = await step(scope, row, site.no, {
      kind: 'place_settled',
      detail: { place: place.position, name: place.name },
      leaf: { milestone: milestone.position, answer, mendOn },
    });
    return { ...done, value: { works: site.no, milestone: milestone.position, place: place.position } };
  },
});
