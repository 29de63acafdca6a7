import { eq } from 'drizzle-orm';
import { person } from '@/db/schema/people';
import { writeLetters } from '@/features/letters/moves';
import { keepPicture, pictureHash } from '@/features/pictures/moves';
import { currentOpinion } from '@/features/rounds/rules';
import { personOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import type { Refusal } from '@/lib/result';
import * as acts from '../acts';
import { recordInput } from '../input';
import { letters } from '../letters';
import { checkProof, lockVoter, type Spoken } from '../moves';
import { checkMet, checkSaidAt, checkSeen, checkVersion, correctionEnds } from '../rules';
import { idleCondition, races, say } from './say';

/** What came meanwhile, for whoever is about to write down something else: what, when, and by whom. */
async function newer(db: Database, voter: Spoken): Promise<Refusal<'recorded_meanwhile'>> {
  const current = currentOpinion(voter.chain);
  if (!current) return { code: 'recorded_meanwhile' };
  const [by] = await db
    .select({ name: person.name })
    .from(person)
    .where(eq(person.id, current.recorder ?? 0));
  const { id, stance, receivedAt, own } = current;
  const details = { opinion: id, stance, at: receivedAt.toISOString(), by: by?.name ?? '', own: own ? 1 : 0 };
  return { code: 'recorded_meanwhile', details };
}

/** Written down for a household at its door, from paper or by telephone. The household gets a letter and 72 hours. */
export const recordOpinion = command({
  act: acts.recordOpinion,
  input: recordInput,
  facts: lockVoter,
  stale: async ({ db, input, facts }) =>
    checkSeen(input.seen, currentOpinion(facts.chain)).ok ? null : newer(db, facts),
  races,
  run: async ({ db, communityId, now, actor, input, facts: voter }) => {
    const shown = checkVersion(voter.round.planVersion, input.version);
    if (!shown.ok) return shown;
    const met = checkMet({ channel: input.channel, met: voter.met });
    if (!met.ok) return met;
    const said = checkSaidAt(voter.round, input.saidAt, now);
    if (!said.ok) return said;
    const recorder = personOf(actor) ?? 0;
    const proved = await checkProof({ db, communityId }, { recorder, household: voter.householdId }, input);
    if (!proved.ok) return proved;
    const idle = await idleCondition(db, voter, input);
    if (idle) return idle;
    const { value, content } = await say(
      { db, communityId, now },
      voter,
      { ...input, capturedAt: input.saidAt?.toISOString() ?? input.capturedAt },
      {
        own: false,
        channel: input.channel,
        meetingId: input.channel === 'meeting' ? (voter.met?.id ?? null) : null,
        authorId: null,
        recorderId: recorder,
        proof: input.proof,
        witnessId: input.witness ?? null,
        witness: input.witnessName,
        message: input.message,
      },
    );
    if (input.photo) {
      const of = { communityId, subject: 'opinion' as const, subjectId: value.opinion };
      await keepPicture(db, of, input.photo, { by: recorder, now });
    }
    await writeLetters({ db, communityId, now }, letters.opinion_recorded, [
      { to: { household: voter.householdId }, no: voter.round.no, detail: { title: voter.title } },
    ]);
    return {
      ok: true,
      value: { ...value, correctUntil: correctionEnds(now).toISOString() },
      leaf: {
        subject: `round/${voter.round.no}`,
        content: { ...content, witness: input.witnessName, message: input.message, photo: pictureHash(input.photo) },
      },
      changed: [],
    };
  },
});
