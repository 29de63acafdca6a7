import { alternativeAnswer, alternativeVisit, alternativeWord, alternativeWordContent } from '@/db/schema/alternatives';
import { askUntil, writeLetters } from '@/features/letters/moves';
import { checkProof } from '@/features/opinions/moves';
import { checkMet, correctionEnds } from '@/features/opinions/rules';
import { keepPicture, pictureHash } from '@/features/pictures/moves';
import { currentOpinion } from '@/features/rounds/rules';
import { personOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { allWrong, refuse } from '@/lib/result';
import * as acts from '../acts';
import { recordInput, sayInput, visitInput, wordShown } from '../input';
import { letters } from '../letters';
import { type LockedHome, lockHome } from '../moves';
import { cardsShown } from '../moves/cards';
import { checkWord, letterOf, type Said } from '../rules';

const races = { comparison_window_open: 'round_closed', alternative_word_linear: 'spoken_meanwhile' } as const;

interface Given {
  answers: readonly { position: number; answer: Said['answer']; ground?: Said['ground'] | undefined; words: string }[];
  takes?: number | undefined;
}

type How = Pick<
  typeof alternativeWord.$inferInsert,
  'own' | 'channel' | 'meetingId' | 'authorId' | 'recorderId' | 'proof' | 'witnessId'
>;

/** What stands for the household, by the positions of what concerns it. */
function standing(home: LockedHome) {
  const stands = currentOpinion(home.chain);
  if (!stands) return null;
  const positionOf = (id: number | null) => home.alternatives.find((one) => one.id === id)?.position ?? null;
  return {
    takes: positionOf(stands.takes),
    answers: home.alternatives.flatMap(({ id, position }) => {
      const said = stands.said.get(id);
      return said ? [{ position, ...said }] : [];
    }),
  };
}

const shown = ({ facts }: { facts: LockedHome }) => wordShown(facts.row.hash?.toString('hex') ?? '', standing(facts));

const saidOf = ({ answers }: Given) =>
  new Map(answers.map(({ position, answer, ground = null, words }) => [position, { answer, ground, words }]));

/** Whether it answers what concerns the household. */
const checkGiven = (home: LockedHome, given: Given) =>
  checkWord(
    home.alternatives.map(({ position }) => position),
    saidOf(given),
    given.takes ?? null,
  );

/** Adds to the household's chain. */
async function say(
  { db, communityId, now }: { db: Database; communityId: number; now: Date },
  home: LockedHome,
  given: Given,
  how: How,
  { witness = '', message = '', photo }: { witness?: string; message?: string; photo?: string | null } = {},
) {
  const may = checkGiven(home, given);
  if (!may.ok) return may;
  const said = saidOf(given);
  const idOf = (position: number | undefined) => home.alternatives.find((one) => one.position === position)?.id ?? null;
  const { householdId } = home;
  const prevSeq = home.chain.at(-1)?.seq ?? null;
  const seq = (prevSeq ?? 0) + 1;
  const [saved] = await db
    .insert(alternativeWord)
    .values({
      communityId,
      comparisonId: home.row.id,
      householdId,
      seq,
      prevSeq,
      takesId: idOf(given.takes),
      ...how,
      receivedAt: now,
    })
    .returning({ id: alternativeWord.id });
  const wordId = saved?.id ?? 0;
  const answers = [...said].map(([position, one]) => ({ ...one, alternativeId: idOf(position) ?? 0 }));
  await db.insert(alternativeAnswer).values(
    answers.map(({ alternativeId, answer, ground }) => ({
      communityId,
      wordId,
      alternativeId,
      householdId,
      answer,
      ground: answer === 'cannot' ? ground : null,
    })),
  );
  const words = Object.fromEntries(answers.flatMap((one) => (one.words ? [[one.alternativeId, one.words]] : [])));
  await db.insert(alternativeWordContent).values({ communityId, wordId, words, witness, message });
  if (how.own)
    await askUntil({ db, communityId, now }, letters.comparison_opened, home.no, now, { household: householdId });
  const cards = await cardsShown(
    { db, communityId },
    { alternatives: home.alternatives.map(({ id }) => id), householdId },
  );
  const content: { [key: string]: Json } = {
    word: wordId,
    household: householdId,
    seq,
    sealed: home.row.hash?.toString('hex') ?? '',
    answers: [...said].map(([position, { answer, ground }]) => {
      const card = cards.get(idOf(position) ?? 0);
      return { alternative: letterOf(position), answer, ground, ...(card && { card }) };
    }),
    takes: given.takes === undefined ? null : letterOf(given.takes),
    words,
    own: how.own,
    channel: how.channel,
    proof: how.proof ?? null,
    witness,
    message,
    ...(photo !== undefined && { photo }),
  };
  return {
    ok: true as const,
    value: { proposal: home.no, word: wordId, household: householdId },
    leaf: { subject: `proposal/${home.no}`, content },
    changed: [],
  };
}

/** What stands already, said once more, is not kept twice; what others wrote down becomes the household's own. */
function saysTheSame(home: LockedHome, { answers, takes = undefined }: Given): boolean {
  const last = currentOpinion(home.chain);
  const before = last?.own ? standing(home) : null;
  return (
    before !== null &&
    before.takes === (takes ?? null) &&
    before.answers.length === answers.length &&
    answers.every((one) =>
      before.answers.some(
        (was) =>
          was.position === one.position &&
          was.answer === one.answer &&
          was.words === one.words &&
          (one.answer !== 'cannot' || was.ground === (one.ground ?? null)),
      ),
    )
  );
}

/** Whoever takes back a no takes back why, too, unless they have written something else. */
function withoutOldReasons<G extends Given>(home: LockedHome, given: G): G {
  const before = standing(home)?.answers ?? [];
  const isOld = (one: G['answers'][number]) =>
    one.answer !== 'cannot' &&
    before.some((was) => was.position === one.position && was.answer === 'cannot' && was.words === one.words);
  return { ...given, answers: given.answers.map((one) => (isOld(one) ? { ...one, words: '' } : one)) };
}

/** A household's own word on all that concern it. */
export const sayWord = command({
  act: acts.sayWord,
  input: sayInput,
  facts: lockHome,
  shown,
  races,
  run: async ({ db, communityId, now, actor, input, facts }) => {
    if (saysTheSame(facts, input)) return refuse('nothing_changed');
    const how = {
      own: true,
      channel: 'self',
      authorId: personOf(actor),
      recorderId: null,
      proof: null,
      witnessId: null,
    } as const;
    return say({ db, communityId, now }, facts, withoutOldReasons(facts, input), how);
  },
});

/** Written down at its door, by telephone or at a meeting; the household has a letter, and 72 hours to say it otherwise. */
export const recordWord = command({
  act: acts.recordWord,
  input: recordInput,
  facts: lockHome,
  shown,
  races,
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const recorderId = personOf(actor) ?? 0;
    const met = checkMet({ channel: input.channel, met: facts.met });
    if (!met.ok) return met;
    const of = { recorder: recorderId, household: facts.householdId };
    const wrong = allWrong([checkGiven(facts, input), await checkProof({ db, communityId }, of, input)]);
    if (wrong) return { ok: false, refusal: wrong };
    const { channel, proof, witness: witnessId = null, witnessName: witness, message, photo } = input;
    const meetingId = channel === 'meeting' ? (facts.met?.id ?? null) : null;
    const how = { own: false, channel, meetingId, authorId: null, recorderId, proof, witnessId };
    const done = await say({ db, communityId, now }, facts, input, how, {
      witness,
      message,
      photo: pictureHash(photo),
    });
    if (!done.ok) return done;
    if (photo) {
      const of = { communityId, subject: 'alternative_word' as const, subjectId: done.value.word };
      await keepPicture(db, of, photo, { by: recorderId, now });
    }
    await writeLetters({ db, communityId, now }, letters.alternatives_recorded, [
      { to: { household: facts.householdId }, no: facts.no, detail: { title: facts.title } },
    ]);
    return { ...done, value: { ...done.value, correctUntil: correctionEnds(now).toISOString() } };
  },
});

/** Somebody knocked and brought no answer home. */
export const noteAtDoor = command({
  act: acts.noteAtDoor,
  input: visitInput,
  facts: lockHome,
  races,
  run: async ({ db, communityId, now, actor, input: { outcome }, facts: { householdId, row, no } }) => {
    const visitorId = personOf(actor) ?? 0;
    await db
      .insert(alternativeVisit)
      .values({ communityId, comparisonId: row.id, householdId, outcome, visitorId, at: now });
    return {
      ok: true,
      value: { proposal: no, household: householdId },
      leaf: { subject: `proposal/${no}`, content: { household: householdId, visit: outcome } },
      changed: [],
    };
  },
});
