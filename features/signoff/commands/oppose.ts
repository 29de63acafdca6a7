import { and, eq } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { noticeOpposition } from '@/db/schema/signoff';
import { writeLetters } from '@/features/letters/moves';
import { checkProof } from '@/features/opinions/moves';
import { keepPicture, pictureHash } from '@/features/pictures/moves';
import { recordStep } from '@/features/proposals/moves';
import { asHousehold, householdOf, personOf, roleOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { hangingShown, opposeInput, recordOppositionInput } from '../input';
import { letters } from '../letters';
import { lockHanging } from '../moves';

async function lockFor(scope: Scope, input: { proposal: number; household?: number | undefined }) {
  const facts = await lockHanging(scope, input);
  return facts && { ...facts, householdId: input.household ?? null };
}

async function lockAtDoor(scope: Scope, input: { proposal: number; household: number }) {
  const facts = await lockHanging(scope, input);
  const [home] = await scope.db
    .select({ householdId: household.id, entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, scope.communityId), eq(household.id, input.household)));
  return facts && home && { ...facts, ...home, own: asHousehold(scope.who, home.householdId) !== null };
}

/** A household says, while the notice runs, that it is against it; also one that agreed before and changed its mind. */
export const opposeNotice = command({
  act: acts.opposeNotice,
  input: opposeInput,
  facts: lockFor,
  shown: ({ facts }) => hangingShown(facts.notice),
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const { row, notice } = facts;
    const householdId = householdOf(actor);
    if (householdId === null) return refuse('not_allowed');
    for (const recorded of acts.unansweredOf(facts, householdId)) {
      await db
        .update(noticeOpposition)
        .set({ replacedAt: now })
        .where(and(eq(noticeOpposition.communityId, communityId), eq(noticeOpposition.id, recorded.id)));
    }
    const personId = personOf(actor);
    const [said] = await db
      .insert(noticeOpposition)
      .values({ communityId, noticeId: notice.id, householdId, personId, words: input.words, at: now })
      .returning({ id: noticeOpposition.id });
    const opposition = said?.id ?? 0;
    await recordStep(db, row, { kind: 'notice_opposed', role: roleOf(actor), personId, now });
    return {
      ok: true,
      value: { proposal: input.proposal, opposition },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { opposition, household: householdId, words: input.words },
      },
      changed: ['proposals'],
    };
  },
});

/**
 * What a household says at its door against a plan on notice, read back to it before a witness, as opinions are. The
 * household gets a letter; its own word replaces it, and is never replaced by what somebody writes down.
 */
export const recordOpposition = command({
  act: acts.recordOpposition,
  input: recordOppositionInput,
  facts: lockAtDoor,
  shown: ({ facts }) => hangingShown(facts.notice),
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const { row, notice, householdId, entranceId } = facts;
    const recorder = personOf(actor) ?? 0;
    const { channel, proof, words } = input;
    const recording = await checkProof({ db, communityId }, { recorder, household: householdId }, input);
    if (!recording.ok) return recording;
    const [said] = await db
      .insert(noticeOpposition)
      .values({
        communityId,
        noticeId: notice.id,
        householdId,
        words,
        channel,
        proof,
        at: now,
        recorderId: recorder,
        witnessId: input.witness ?? null,
        witness: input.witnessName,
        message: input.message,
      })
      .returning({ id: noticeOpposition.id });
    const opposition = said?.id ?? 0;
    if (input.photo) {
      const of = { communityId, subject: 'opposition' as const, subjectId: opposition };
      await keepPicture(db, of, input.photo, { by: recorder, now });
    }
    await recordStep(db, row, { kind: 'notice_opposed', role: roleOf(actor), personId: recorder, now });
    await writeLetters({ db, communityId, now }, letters.opposition_recorded, [
      { to: { household: householdId }, no: input.proposal, detail: { title: row.title } },
    ]);
    return {
      ok: true,
      value: { proposal: input.proposal, opposition, entrance: entranceId },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          opposition,
          household: householdId,
          words,
          channel,
          proof,
          witness: input.witness ?? input.witnessName,
          message: input.message,
          photo: pictureHash(input.photo),
        },
      },
      changed: ['proposals'],
    };
  },
});
