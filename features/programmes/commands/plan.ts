import { and, eq, gt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { occasion, programme, signUp } from '@/db/schema/programmes';
import { personOf } from '@/lib/actor';
import { shanghaiDate, startOfDay } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { cancelInput, datesInput, moveInput, occasionShown, placesInput, placesShown, planInput } from '../input';
import { letters } from '../letters';
import { letIn, lockOccasion, saidOf, writeToGuests } from '../moves';
import { checkTimes, datesOf, MOST_DATES, slotsOf } from '../rules';

const MINUTE = 60_000;

type Dates = Omit<z.output<typeof datesInput>, 'programme'>;

/** The dates as rows, the first of them as it was typed. */
async function putDates(
  { db, communityId, now }: Pick<Scope, 'db' | 'communityId' | 'now'>,
  programmeId: number,
  input: Dates,
) {
  const { startsAt, minutes, recurrence, times = 1, places, slotMinutes = null } = input;
  const first = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE), slotMinutes };
  const checked = checkTimes(first, now);
  if (!checked.ok) return checked;
  const slots = slotsOf(first);
  const day = shanghaiDate(startsAt);
  const clock = startsAt.getTime() - startOfDay(day).getTime();
  const no = await nextNumber(db, communityId, 'occasion');
  const rows = datesOf(day, recurrence, times).map((one, n) => {
    const starts = new Date(startOfDay(one).getTime() + clock);
    const ends = new Date(starts.getTime() + minutes * MINUTE);
    return { communityId, programmeId, no: no + n, startsAt: starts, endsAt: ends, places, slotMinutes, slots };
  });
  await db.insert(occasion).values(rows);
  return { ok: true as const, value: rows.map((row) => row.no) };
}

const dated = ({ startsAt, minutes, recurrence, times, places, slotMinutes }: Dates) => ({
  starts: startsAt.toISOString(),
  minutes,
  recurrence,
  times: times ?? 1,
  places,
  slot: slotMinutes ?? null,
});

/** 办一件事: what it is, where, and its dates. */
export const planProgramme = command({
  act: acts.planProgramme,
  input: planInput,
  facts: async () => ({}),
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { kind, title, place, words, bring } = input;
    const free = checkWritten({ title, words, bring });
    if (!free.ok) return free;
    const no = await nextNumber(db, communityId, 'programme');
    const [row] = await db
      .insert(programme)
      .values({ communityId, no, kind, title, place, words, bring, plannedBy: personOf(actor) ?? 0, at: now })
      .returning({ id: programme.id });
    if (!row) return refuse('unknown');
    const put = await putDates(scope, row.id, input);
    if (!put.ok) return put;
    return {
      ok: true,
      value: { programme: no, occasions: put.value },
      leaf: { subject: `programme/${no}`, content: { kind, title, place, words, bring, ...dated(input) } },
      changed: ['programmes'],
    };
  },
});

/** More dates of the same. */
export const addDates = command({
  act: acts.addDates,
  input: datesInput,
  facts: async ({ db, communityId }, input) => {
    const [row] = await db
      .select({ id: programme.id, no: programme.no })
      .from(programme)
      .where(and(eq(programme.communityId, communityId), eq(programme.no, input.programme)))
      .for('update');
    return row;
  },
  run: async (scope) => {
    const { input, facts, db, communityId, now } = scope;
    const ahead = await db.$count(
      occasion,
      and(eq(occasion.communityId, communityId), eq(occasion.programmeId, facts.id), gt(occasion.startsAt, now)),
    );
    if (ahead + (input.times ?? 1) > 2 * MOST_DATES) return refuse('dates_enough', { most: 2 * MOST_DATES });
    const put = await putDates(scope, facts.id, input);
    if (!put.ok) return put;
    return {
      ok: true,
      value: { programme: facts.no, occasions: put.value },
      leaf: { subject: `programme/${facts.no}`, content: dated(input) },
      changed: ['programmes'],
    };
  },
});

const lock = (scope: Scope, { occasion: no }: { occasion: number }) => lockOccasion(scope, { no });

/** 改期: it lasts as long as before, who signed up stays signed up and is told. */
export const moveOccasion = command({
  act: acts.moveOccasion,
  input: moveInput,
  facts: lock,
  shown: ({ facts }) => occasionShown(facts),
  run: async (scope) => {
    const { db, communityId, now, input, facts } = scope;
    const { startsAt, reason } = input;
    const free = checkWritten({ reason });
    if (!free.ok) return free;
    if (startsAt.getTime() === facts.startsAt.getTime()) return refuse('nothing_changed');
    const endsAt = new Date(startsAt.getTime() + facts.endsAt.getTime() - facts.startsAt.getTime());
    const checked = checkTimes({ startsAt, endsAt, slotMinutes: facts.slotMinutes }, now);
    if (!checked.ok) return checked;
    await db
      .update(occasion)
      .set({ startsAt, endsAt, movedFrom: facts.startsAt, moveReason: reason, remindedAt: null })
      .where(and(eq(occasion.communityId, communityId), eq(occasion.id, facts.id)));
    const detail = { ...saidOf({ ...facts, startsAt }), was: facts.startsAt.toISOString(), reason };
    const told = await writeToGuests(scope, facts, letters.occasion_moved, detail);
    return {
      ok: true,
      value: { occasion: facts.no, told },
      leaf: { subject: `occasion/${facts.no}`, content: { starts: startsAt.toISOString(), reason } },
      changed: ['programmes'],
    };
  },
});

/** 取消这一次: the others stay. */
export const cancelOccasion = command({
  act: acts.cancelOccasion,
  input: cancelInput,
  facts: lock,
  shown: ({ facts }) => occasionShown(facts),
  run: async (scope) => {
    const { db, communityId, now, input, facts } = scope;
    const free = checkWritten({ reason: input.reason });
    if (!free.ok) return free;
    await db
      .update(occasion)
      .set({ cancelledAt: now, cancelReason: input.reason })
      .where(and(eq(occasion.communityId, communityId), eq(occasion.id, facts.id)));
    const told = await writeToGuests(scope, facts, letters.occasion_cancelled, {
      ...saidOf(facts),
      reason: input.reason,
    });
    return {
      ok: true,
      value: { occasion: facts.no, told },
      leaf: { subject: `occasion/${facts.no}`, content: { state: 'cancelled', reason: input.reason } },
      changed: ['programmes'],
    };
  },
});

/** More places, or fewer than are left: who waits comes in at once. */
export const setPlaces = command({
  act: acts.setPlaces,
  input: placesInput,
  facts: lock,
  shown: ({ facts }) => placesShown(facts),
  races: { occasion_places_taken: 'places_taken', occasion_places_waited: 'places_waited_for' },
  run: async (scope) => {
    const { db, communityId, input, facts } = scope;
    const { places } = input;
    const held = await db.execute<{ most: number; waiting: number }>(sql`select coalesce(max(taken), 0)::int as most,
      coalesce(max(waiting), 0)::int as waiting from (select sum(${signUp.heads}) filter (where ${signUp.state} = 'taken') as taken,
          max(${signUp.heads}) filter (where ${signUp.state} = 'waiting') as waiting
        from ${signUp} where ${signUp.communityId} = ${communityId} and ${signUp.occasionId} = ${facts.id}
        group by ${signUp.slot}) x`);
    const { most = 0, waiting = 0 } = held.rows[0] ?? {};
    if (places < most) return refuse('places_taken', { most }, { places: 'places_taken' });
    if (places < waiting) return refuse('places_waited_for', { waiting }, { places: 'places_waited_for' });
    await db
      .update(occasion)
      .set({ places })
      .where(and(eq(occasion.communityId, communityId), eq(occasion.id, facts.id)));
    const slots = Array.from({ length: slotsOf(facts) }, (_, slot) => slot);
    const came = await letIn(scope, { ...facts, places }, slots);
    return {
      ok: true,
      value: { occasion: facts.no, came },
      leaf: { subject: `occasion/${facts.no}`, content: { places } },
      changed: ['programmes'],
    };
  },
});
