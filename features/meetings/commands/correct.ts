import { and, eq, isNull, sql } from 'drizzle-orm';
import { attendance, meeting, meetingCorrection, meetingMinute, meetingPromise } from '@/db/schema/meetings';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { answerInput, correctInput, fixInput, versionsShown } from '../input';
import { letters } from '../letters';
import { changedWith, fixing, itemsHeld, lockMeeting, lockThere, saidOf, unanswered } from '../moves';
import { meetingState } from '../rules';

/** 更正: what somebody who was there wants put right, for everybody to read; by which household is not told. */
export const correctMinutes = command({
  act: acts.correct,
  input: correctInput,
  facts: async (scope, input) => {
    const held = await lockThere(scope, input);
    const item = held && (await itemsHeld(scope, held.id)).find(({ position }) => position === input.position);
    return item && { ...held, item };
  },
  races: { correction_window: 'corrections_over' },
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const free = checkWritten({ words: input.words });
    if (!free.ok) return free;
    const of = and(eq(meetingCorrection.communityId, communityId), eq(meetingCorrection.meetingId, facts.id));
    const no = (await db.$count(meetingCorrection, of)) + 1;
    await db.insert(meetingCorrection).values({
      communityId,
      no,
      meetingId: facts.id,
      itemId: facts.item.id,
      householdId: facts.householdId,
      personId: personOf(actor) ?? 0,
      words: input.words,
      at: now,
    });
    return {
      ok: true,
      value: { meeting: facts.no, correction: no },
      leaf: {
        subject: `meeting/${facts.no}`,
        content: { correction: no, household: facts.householdId, position: input.position, words: input.words },
      },
      changed: changedWith([facts.item]),
    };
  },
});

async function lockCorrection(scope: Scope, input: { meeting: number; correction: number }) {
  const { db, communityId } = scope;
  const held = await lockMeeting(scope, input.meeting);
  if (!held) return undefined;
  const [asked] = await db
    .select()
    .from(meetingCorrection)
    .where(
      and(
        ...[eq(meetingCorrection.communityId, communityId), eq(meetingCorrection.meetingId, held.id)],
        eq(meetingCorrection.no, input.correction),
      ),
    );
  const item = asked && (await itemsHeld(scope, held.id)).find(({ id }) => id === asked.itemId);
  return item && { ...held, asked, item, answered: asked.outcome !== null };
}

/** Taken over into the minutes, or not and why; the household is told. After the seven days the last answer fixes them. */
export const answerCorrection = command({
  act: acts.answerCorrection,
  input: answerInput,
  facts: lockCorrection,
  shown: ({ facts }) => versionsShown([facts.item]),
  run: async (scope) => {
    const { db, communityId, community, now, actor, input, facts } = scope;
    const { outcome, answer, said, decided } = input;
    const { item, asked } = facts;
    const adopted = outcome === 'adopted';
    const free = checkWritten({ answer, said, decided });
    if (!free.ok) return free;
    if (adopted && (said === '' || decided === ''))
      return refuse('words_missing', undefined, { [said === '' ? 'said' : 'decided']: 'required' });
    if (adopted && said === item.said && decided === item.decided)
      return refuse('nothing_put_right', undefined, { said: 'nothing_put_right' });
    const by = personOf(actor) ?? 0;
    const version = item.version + 1;
    if (adopted)
      await db.insert(meetingMinute).values({
        communityId,
        itemId: item.id,
        version,
        said,
        decided,
        writtenBy: by,
        correctionId: asked.id,
        at: now,
      });
    await db
      .update(meetingCorrection)
      .set({ outcome, answer, answeredBy: by, answeredAt: now })
      .where(and(eq(meetingCorrection.communityId, communityId), eq(meetingCorrection.id, asked.id)));
    await writeLetters(scope, letters.correction_answered, [
      { to: { household: asked.householdId }, no: facts.no, detail: { ...saidOf(facts), outcome, answer } },
    ]);
    const last = meetingState(facts, now) === 'late' && (await unanswered(scope, facts.id)) === 0;
    return {
      ok: true,
      value: { meeting: facts.no, outcome },
      leaf: {
        subject: `meeting/${facts.no}`,
        content: {
          correction: asked.no,
          outcome,
          answer,
          ...(adopted && { position: item.position, version, said, decided }),
        },
      },
      ...(last && { jobs: [fixing(community.slug, facts, now)] }),
      changed: changedWith([item]),
    };
  },
});

/** 定稿: as they stand then, with their fingerprint in the record. */
export const fixMinutes = command({
  act: acts.fixMinutes,
  input: fixInput,
  facts: async (scope, input) => {
    const held = await lockMeeting(scope, input.meeting);
    return held && { ...held, unanswered: await unanswered(scope, held.id) };
  },
  run: async (scope) => {
    const { db, communityId, now, facts } = scope;
    const items = await itemsHeld(scope, facts.id);
    const there = and(eq(attendance.communityId, communityId), eq(attendance.meetingId, facts.id));
    const promises = await db
      .select({
        itemId: meetingPromise.itemId,
        who: meetingPromise.who,
        what: meetingPromise.what,
        dueOn: meetingPromise.dueOn,
      })
      .from(meetingPromise)
      .where(
        sql`(${meetingPromise.communityId}, ${meetingPromise.itemId}) in (select i.community_id, i.id from meeting_item i
          where i.community_id = ${communityId} and i.meeting_id = ${facts.id})`,
      )
      .orderBy(meetingPromise.itemId, meetingPromise.position);
    const asked = await db
      .select({ no: meetingCorrection.no, outcome: meetingCorrection.outcome, answer: meetingCorrection.answer })
      .from(meetingCorrection)
      .where(and(eq(meetingCorrection.communityId, communityId), eq(meetingCorrection.meetingId, facts.id)))
      .orderBy(meetingCorrection.no);
    const minutes: { [key: string]: Json } = {
      meeting: facts.no,
      title: facts.title,
      place: facts.place,
      starts: facts.startsAt.toISOString(),
      households: await db.$count(attendance, and(there, isNull(attendance.struckAt))),
      items: items.map(({ id, position, proposal, version, said, decided }) => ({
        position,
        proposal,
        version,
        said,
        decided,
        promises: promises.filter(({ itemId }) => itemId === id).map(({ who, what, dueOn }) => ({ who, what, dueOn })),
      })),
      corrections: asked,
    };
    const hash = sha256(canonical(minutes));
    await db
      .update(meeting)
      .set({ fixedAt: now, minutes: minutes as Record<string, never>, hash })
      .where(and(eq(meeting.communityId, communityId), eq(meeting.id, facts.id)));
    return {
      ok: true,
      value: { meeting: facts.no, hash: hash.toString('hex') },
      leaf: { subject: `meeting/${facts.no}`, content: { state: 'fixed', hash: hash.toString('hex') } },
      changed: changedWith(items),
    };
  },
});
