import { need } from '@/db/schema/visits';
import { writeLetters } from '@/features/letters/moves';
import { checkProof } from '@/features/opinions/moves';
import { householdOf, personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { answerInput, giveInput, judgeInput, needInput, needShown } from '../input';
import { letters } from '../letters';
import { goesThere, lockHome, lockNeed, stepNeed } from '../moves';
import { checkPlanned } from '../rules';

const done = (id: number, content: Record<string, string | number>) => ({
  ok: true as const,
  value: { need: id },
  leaf: { subject: `need/${id}`, content },
  changed: [],
});

/** 记需求: the household's own words, or written down for it, which it is told. */
export const noteNeed = command({
  act: acts.noteNeed,
  input: needInput,
  facts: lockHome,
  run: async ({ input, facts: home, ...scope }) => {
    const { db, communityId, now, actor } = scope;
    const { householdId } = home;
    const own = actor.as === 'resident' && householdOf(actor) === householdId;
    const by = personOf(actor);
    const row = { communityId, householdId, wording: input.wording, personId: own ? by : null, stateAt: now, at: now };
    const [made] = await db.insert(need).values(row).returning({ id: need.id });
    if (!made) return refuse('unknown');
    const noted = { step: 'noted' as const, personId: own ? by : null, recorderId: own ? null : by };
    await stepNeed(scope, { id: made.id, householdId }, noted);
    if (!own)
      await writeLetters(scope, letters.need_noted, [{ to: { household: householdId }, no: made.id, detail: {} }]);
    return done(made.id, { state: 'noted' });
  },
});

/** 交给谁办，哪天以前. */
export const giveNeed = command({
  act: acts.giveNeed,
  input: giveInput,
  facts: lockNeed,
  run: async ({ input, facts, ...scope }) => {
    const { owner: ownerId, due: dueOn } = input;
    const may = checkPlanned(dueOn, shanghaiDate(scope.now));
    if (!may.ok) return refuse(may.refusal.code, undefined, { due: may.refusal.code });
    if (!(await goesThere(scope, facts.entranceId, ownerId)))
      return refuse('not_theirs', undefined, { owner: 'not_theirs' });
    const by = personOf(scope.actor);
    await stepNeed(scope, facts, { step: 'given', recorderId: by }, { ownerId, dueOn });
    if (ownerId !== by)
      await writeLetters(scope, letters.need_given, [
        { to: { person: ownerId }, no: facts.id, detail: { day: dueOn } },
      ]);
    return done(facts.id, { state: 'given', due: dueOn });
  },
});

/** 办了: the household is asked. */
export const answerNeed = command({
  act: acts.answerNeed,
  input: answerInput,
  facts: lockNeed,
  run: async ({ input, facts, ...scope }) => {
    await stepNeed(
      scope,
      facts,
      { step: 'answered', words: input.words, recorderId: personOf(scope.actor) },
      { state: 'answered' },
    );
    await writeLetters(scope, letters.need_answered, [
      { to: { household: facts.householdId }, no: facts.id, detail: {} },
    ]);
    return done(facts.id, { state: 'answered' });
  },
});

/** 行了、还不行、不用了: nobody else closes it. */
export const judgeNeed = command({
  act: acts.judgeNeed,
  input: judgeInput,
  facts: lockNeed,
  shown: ({ facts }) => needShown(facts),
  run: async ({ input, facts, ...scope }) => {
    const { actor } = scope;
    const { verdict, words, channel, proof, witness, witnessName, message } = input;
    const own = actor.as === 'resident';
    const by = personOf(actor) ?? 0;
    if (!own && proof === undefined) return refuse('proof_missing', undefined, { proof: 'proof_missing' });
    const how = own || proof === undefined ? null : { channel, proof, witness, witnessName, message };
    const proved = how && (await checkProof(scope, { recorder: by, household: facts.householdId }, how));
    if (proved && !proved.ok) return proved;
    const recorded = how && { recorderId: by, channel, proof: how.proof, witness: witnessName, message };
    await stepNeed(
      scope,
      facts,
      { step: verdict, words, ...(recorded ?? { personId: by, channel: 'self' as const }) },
      { state: verdict === 'not_yet' ? 'open' : verdict },
    );
    const told = verdict === 'not_yet' ? letters.need_not_yet : letters.need_closed;
    if (facts.ownerId !== null)
      await writeLetters(scope, told, [{ to: { person: facts.ownerId }, no: facts.id, detail: {} }]);
    if (!own)
      await writeLetters(scope, letters.need_judged, [
        { to: { household: facts.householdId }, no: facts.id, detail: {} },
      ]);
    return done(facts.id, { state: verdict });
  },
});
