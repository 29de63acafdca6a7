import { and, eq } from 'drizzle-orm';
import { meeting, meetingMinute, meetingPromise } from '@/db/schema/meetings';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import * as acts from '../acts';
import { keepInput, minuteInput, openInput, versionsShown } from '../input';
import { letters } from '../letters';
import { changedWith, fixing, itemsHeld, lockItem, lockMeeting, saidOf, writeToPresent } from '../moves';
import { checkKept, correctUntil, promisesIn } from '../rules';

/** 记纪要: one matter after the other, as often as it takes until they come out. */
export const writeMinute = command({
  act: acts.writeMinute,
  input: minuteInput,
  facts: lockItem,
  races: { meeting_minute_once: 'stale' },
  stale: async ({ input, facts }) => (input.version === facts.item.version ? null : { code: 'stale' as const }),
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const { said, decided } = input;
    const free = checkWritten({ said, decided, promises: input.promises });
    if (!free.ok) return free;
    const promises = promisesIn(input.promises, shanghaiDate(facts.startsAt));
    if (!promises.ok) return promises;
    const by = personOf(actor) ?? 0;
    const itemId = facts.item.id;
    const version = facts.item.version + 1;
    await db.insert(meetingMinute).values({ communityId, itemId, version, said, decided, writtenBy: by, at: now });
    await db
      .delete(meetingPromise)
      .where(and(eq(meetingPromise.communityId, communityId), eq(meetingPromise.itemId, itemId)));
    const rows = promises.value.map((one, at) => ({ ...one, communityId, itemId, position: at + 1, ownerId: by }));
    if (rows.length > 0) await db.insert(meetingPromise).values(rows);
    return {
      ok: true,
      value: { meeting: facts.no, position: input.position },
      leaf: {
        subject: `meeting/${facts.no}`,
        content: {
          position: input.position,
          version,
          said,
          decided,
          promises: promises.value.map((one) => ({ ...one })),
        },
      },
      changed: [],
    };
  },
});

async function lockWritten(scope: Scope, input: { meeting: number }) {
  const held = await lockMeeting(scope, input.meeting);
  if (!held) return undefined;
  const items = await itemsHeld(scope, held.id);
  return { ...held, items, unwritten: items.filter(({ version }) => version === 0).length };
}

/** They hang on the board, and whoever was there may put them right for seven days. */
export const openMinutes = command({
  act: acts.openMinutes,
  input: openInput,
  facts: lockWritten,
  shown: ({ facts }) => versionsShown(facts.items),
  run: async (scope) => {
    const { db, communityId, community, now, actor, facts } = scope;
    const until = correctUntil(now);
    await db
      .update(meeting)
      .set({ minutedAt: now, minutedBy: personOf(actor), correctUntil: until })
      .where(and(eq(meeting.communityId, communityId), eq(meeting.id, facts.id)));
    const detail = { ...saidOf(facts), until: until.toISOString() };
    const told = await writeToPresent(scope, facts, { sort: letters.minutes_open, detail, until });
    return {
      ok: true,
      value: { meeting: facts.no, told, until: until.toISOString() },
      leaf: {
        subject: `meeting/${facts.no}`,
        content: { state: 'minutes_open', until: until.toISOString(), versions: versionsShown(facts.items) },
      },
      jobs: [fixing(community.slug, facts, until)],
      changed: changedWith(facts.items),
    };
  },
});

/** 办到了: on which day, and how. */
export const keepPromise = command({
  act: acts.keepPromise,
  input: keepInput,
  facts: async (scope, input) => {
    const held = await lockItem(scope, input);
    if (!held) return undefined;
    const { db, communityId } = scope;
    const [promise] = await db
      .select()
      .from(meetingPromise)
      .where(
        and(
          ...[eq(meetingPromise.communityId, communityId), eq(meetingPromise.itemId, held.item.id)],
          eq(meetingPromise.position, input.promise),
        ),
      )
      .for('update');
    return promise && { ...held, promise, kept: promise.doneOn !== null };
  },
  run: async (scope) => {
    const { db, communityId, now, input, facts } = scope;
    const { doneOn, note } = input;
    const may = checkKept(doneOn, shanghaiDate(facts.startsAt), now);
    if (!may.ok) return may;
    const free = checkWritten({ note });
    if (!free.ok) return free;
    await db
      .update(meetingPromise)
      .set({ doneOn, note })
      .where(and(eq(meetingPromise.communityId, communityId), eq(meetingPromise.id, facts.promise.id)));
    return {
      ok: true,
      value: { meeting: facts.no },
      leaf: {
        subject: `meeting/${facts.no}`,
        content: { position: input.position, promise: input.promise, doneOn, note },
      },
      changed: changedWith([facts.item]),
    };
  },
});
