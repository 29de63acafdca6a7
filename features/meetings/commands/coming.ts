import { and, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import { meeting, meetingComing } from '@/db/schema/meetings';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { comingInput, homeInput, meetingShown, recordComingInput, remindInput } from '../input';
import { letters } from '../letters';
import { homesOf, type Locked, lockMeeting, lockThere, saidOf, writeToComing } from '../moves';

type Who = { personId: number; recorderId: null } | { personId: null; recorderId: number };

/** Said for the time at which it is called now, in place of whatever was said before. */
const put = (
  { db, communityId, now }: Scope,
  { id, startsAt }: Pick<Locked, 'id' | 'startsAt'>,
  homes: readonly number[],
  who: Who,
) =>
  db
    .insert(meetingComing)
    .values(
      homes.map((householdId) => ({ communityId, meetingId: id, householdId, saidFor: startsAt, ...who, at: now })),
    )
    .onConflictDoUpdate({
      target: [meetingComing.communityId, meetingComing.meetingId, meetingComing.householdId],
      set: { saidFor: startsAt, ...who, at: now, withdrawnAt: null, withdrawnBy: null },
    });

/** 我家来. */
export const tellComing = command({
  act: acts.tellComing,
  input: comingInput,
  facts: lockThere,
  shown: ({ facts }) => meetingShown(facts),
  run: async ({ actor, facts, ...scope }) => {
    await put(scope, facts, [facts.householdId], { personId: personOf(actor) ?? 0, recorderId: null });
    return {
      ok: true,
      value: { meeting: facts.no },
      leaf: { subject: `meeting/${facts.no}`, content: { households: [facts.householdId], coming: true } },
      changed: [],
    };
  },
});

async function lockHomes(scope: Scope, input: { meeting: number; households: readonly number[] }) {
  const held = await lockMeeting(scope, input.meeting);
  const homes = held && (await homesOf(scope, held.id, input.households));
  return homes && { ...held, homes };
}

/** Written down at their doors; each has a letter of it and can take it back. */
export const recordComing = command({
  act: acts.recordComing,
  input: recordComingInput,
  facts: lockHomes,
  shown: ({ facts }) => meetingShown(facts),
  run: async ({ actor, facts, ...scope }) => {
    const households = facts.homes.flatMap(({ householdId, coming }) => (coming ? [] : [householdId]));
    await put(scope, facts, households, { personId: null, recorderId: personOf(actor) ?? 0 });
    await writeLetters(
      scope,
      letters.coming_recorded,
      households.map((household) => ({
        to: { household },
        no: facts.no,
        detail: saidOf(facts),
        until: facts.startsAt,
      })),
    );
    return {
      ok: true,
      value: { meeting: facts.no, entrance: facts.homes[0]?.entranceId ?? 0, households: households.length },
      leaf: { subject: `meeting/${facts.no}`, content: { households, coming: true } },
      changed: [],
    };
  },
});

/** 不来了. */
export const takeBackComing = command({
  act: acts.takeBackComing,
  input: homeInput,
  facts: lockThere,
  run: async ({ actor, facts, ...scope }) => {
    const { db, communityId, now } = scope;
    await db
      .update(meetingComing)
      .set({ withdrawnAt: now, withdrawnBy: personOf(actor) })
      .where(
        and(
          ...[eq(meetingComing.communityId, communityId), eq(meetingComing.meetingId, facts.id)],
          eq(meetingComing.householdId, facts.householdId),
        ),
      );
    if (actor.as !== 'resident')
      await writeLetters(scope, letters.coming_taken_back, [
        { to: { household: facts.householdId }, no: facts.no, detail: saidOf(facts), until: facts.startsAt },
      ]);
    return {
      ok: true,
      value: { meeting: facts.no },
      leaf: { subject: `meeting/${facts.no}`, content: { households: [facts.householdId], coming: false } },
      changed: [],
    };
  },
});

/** What is tomorrow, by letter to those who said that they come: once, and again where it was moved since. */
export const remind = command({
  act: acts.remind,
  input: remindInput,
  facts: async ({ db, communityId, now }) => ({
    soon: await db
      .select()
      .from(meeting)
      .where(
        and(
          ...[eq(meeting.communityId, communityId), isNull(meeting.cancelledAt), isNull(meeting.remindedAt)],
          gte(meeting.startsAt, startOfDay(addDays(shanghaiDate(now), 1))),
          lt(meeting.startsAt, startOfDay(addDays(shanghaiDate(now), 2))),
        ),
      )
      .orderBy(meeting.id)
      .for('update'),
  }),
  run: async (scope) => {
    const { db, communityId, community, now, facts } = scope;
    let told = 0;
    for (const one of facts.soon) {
      const { startsAt: until } = one;
      told += await writeToComing(scope, one, { sort: letters.meeting_soon, detail: saidOf(one), until });
    }
    const ids = facts.soon.map(({ id }) => id);
    await db
      .update(meeting)
      .set({ remindedAt: now })
      .where(and(eq(meeting.communityId, communityId), sql`${meeting.id} = any (${sql.param(ids)}::int[])`));
    const meetings = facts.soon.length;
    // How many come is not the record's to tell.
    const leaf = { subject: `community/${community.slug}`, content: { meetings } };
    return { ok: true, value: { meetings, told }, leaf, changed: [] };
  },
});
