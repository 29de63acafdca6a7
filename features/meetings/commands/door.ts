import { and, eq, sql } from 'drizzle-orm';
import { attendance } from '@/db/schema/meetings';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { homeInput, tickInput } from '../input';
import { homesOf, lockMeeting, lockThere } from '../moves';

type Who = { how: 'list'; recorderId: number } | { how: 'self'; personId: number };

/** On to the list, each household once; the number of those that were not on it. */
async function put({ db, communityId, now }: Scope, meetingId: number, households: readonly number[], who: Who) {
  const rows = households.map((householdId) => ({ communityId, meetingId, householdId, ...who, at: now }));
  const done = await db
    .insert(attendance)
    .values(rows)
    .onConflictDoUpdate({
      target: [attendance.communityId, attendance.meetingId, attendance.householdId],
      set: {
        how: sql`excluded.how`,
        personId: sql`excluded.person_id`,
        recorderId: sql`excluded.recorder_id`,
        at: now,
        struckAt: null,
        struckBy: null,
      },
      setWhere: sql`${attendance.struckAt} is not null`,
    });
  return done.rowCount ?? 0;
}

/** 签到, by the list at the door of the hall. */
export const tick = command({
  act: acts.tick,
  input: tickInput,
  facts: async (scope, input) => {
    const held = await lockMeeting(scope, input.meeting);
    const homes = held && (await homesOf(scope, held.id, input.households));
    return homes && { ...held, homes };
  },
  run: async ({ actor, facts, ...scope }) => {
    const households = facts.homes.map(({ householdId }) => householdId);
    const ticked = await put(scope, facts.id, households, { how: 'list', recorderId: personOf(actor) ?? 0 });
    const entrance = facts.homes[0]?.entranceId ?? 0;
    return {
      ok: true,
      value: { meeting: facts.no, entrance, ticked, already: households.length - ticked },
      leaf: { subject: `meeting/${facts.no}`, content: { households, there: true } },
      changed: [],
    };
  },
});

/** 我们到了. */
export const tellThere = command({
  act: acts.tellThere,
  input: homeInput,
  facts: lockThere,
  run: async ({ actor, facts, ...scope }) => {
    await put(scope, facts.id, [facts.householdId], { how: 'self', personId: personOf(actor) ?? 0 });
    return {
      ok: true,
      value: { meeting: facts.no },
      leaf: { subject: `meeting/${facts.no}`, content: { households: [facts.householdId], there: true } },
      changed: [],
    };
  },
});

/** Not there: by the household, or whoever ticked it. */
export const strike = command({
  act: acts.strike,
  input: homeInput,
  facts: lockThere,
  run: async ({ db, communityId, now, actor, facts }) => {
    await db
      .update(attendance)
      .set({ struckAt: now, struckBy: personOf(actor) })
      .where(
        and(
          ...[eq(attendance.communityId, communityId), eq(attendance.meetingId, facts.id)],
          eq(attendance.householdId, facts.householdId),
        ),
      );
    return {
      ok: true,
      value: { meeting: facts.no, entrance: facts.entranceId },
      leaf: { subject: `meeting/${facts.no}`, content: { households: [facts.householdId], there: false } },
      // What hangs on the board counts those who were there.
      changed: ['meetings'],
    };
  },
});
