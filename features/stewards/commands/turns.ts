import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { dutyShift, steward } from '@/db/schema/stewards';
import type { ShiftPart } from '@/db/words/stewards';
import { endNews, writeLetters } from '@/features/letters/moves';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { giveInput, offerInput, planInput, removeInput, shiftInput } from '../input';
import { letters } from '../letters';
import { lockShift, lockSteward } from '../moves';
import { daysOf, endOfPart } from '../rules';

type Turn = NonNullable<Awaited<ReturnType<typeof turning>>>;

/** How many turns of these days and this time have nobody. */
const vacantThen = ({ db, communityId }: Scope, days: string[], part: ShiftPart) =>
  db.$count(
    dutyShift,
    and(
      ...[eq(dutyShift.communityId, communityId), inArray(dutyShift.day, days), eq(dutyShift.part, part)],
      ...[isNull(dutyShift.onDutyId), isNull(dutyShift.minutes)],
    ),
  );

/** 排班: a turn, or one every week; where somebody stands in for another they have a turn then, too. */
export const planShifts = command({
  act: acts.planShifts,
  input: planInput,
  facts: (scope, input) => lockSteward(scope, input.steward),
  races: {
    duty_shift_community_id_day_part_steward_id_unique: 'planned_already',
    duty_shift_once: 'planned_already',
  },
  run: async ({ input, facts, ...scope }) => {
    const { db, communityId, now } = scope;
    if (endOfPart(input) <= now) return refuse('day_past', undefined, { day: 'day_past' });
    const days = daysOf(input.day, input.weeks ?? 1);
    if (input.vacant !== 'seen' && (await vacantThen(scope, days, input.part)) > 0) return refuse('vacant_then');
    await db
      .insert(dutyShift)
      .values(days.map((day) => ({ communityId, day, part: input.part, stewardId: facts.id, at: now })));
    const detail = { day: input.day, part: input.part, times: days.length };
    await writeLetters(scope, letters.shift_planned, [{ to: { person: facts.personId }, no: facts.id, detail }]);
    return {
      ok: true,
      value: { steward: facts.id, shifts: days.length },
      leaf: { subject: `steward/${facts.id}`, content: { ...detail } },
      changed: ['stewards'],
    };
  },
});

const turning = async (scope: Scope, input: { shift: number }) => {
  const found = await lockShift(scope, input.shift);
  if (!found) return undefined;
  const over = endOfPart(found) <= scope.now || found.minutes !== null;
  return { ...found, over, offered: found.offeredAt !== null, personId: found.whose.personId, left: found.whose.left };
};

/** What is now so of a turn, and its trace. */
async function become(
  { db, communityId }: Scope,
  turn: Turn,
  state: string,
  set: Partial<typeof dutyShift.$inferInsert>,
) {
  await db
    .update(dutyShift)
    .set(set)
    .where(and(eq(dutyShift.communityId, communityId), eq(dutyShift.id, turn.id)));
  return {
    ok: true as const,
    value: { shift: turn.id },
    leaf: { subject: `shift/${turn.id}`, content: { state } },
    changed: ['stewards'],
  };
}

const newsOf = (turn: Turn) => ({ about: 'shift', numbers: [turn.id] });

/** 请人替: whoever of the team could come then is written to; `but`: whoever has just said that they cannot. */
async function askTheTeam(scope: Scope, turn: Turn, but: number): Promise<void> {
  const { db, communityId } = scope;
  const { day, part } = turn;
  const busy = sql`select from duty_shift x where x.community_id = ${steward.communityId} and x.day = ${day}::date
    and x.part = ${part} and x.on_duty_id = ${steward.id}`;
  const free = await db
    .select({ person: steward.personId })
    .from(steward)
    .where(
      and(
        ...[eq(steward.communityId, communityId), isNull(steward.to), ne(steward.id, turn.stewardId)],
        ...[ne(steward.personId, but), sql`not exists (${busy})`],
      ),
    );
  await endNews(scope, newsOf(turn));
  await writeLetters(
    scope,
    letters.shift_offered,
    free.map((to) => ({ to, no: turn.id, detail: { day, part }, until: endOfPart(turn) })),
  );
}

/** 请人替. */
export const offerShift = command({
  act: acts.offerShift,
  input: offerInput,
  facts: turning,
  run: async ({ input, facts, ...scope }) => {
    await askTheTeam(scope, facts, facts.personId);
    return become(scope, facts, 'offered', { offeredAt: scope.now, offerWords: input.words });
  },
});

/** 不用替了: while nobody has taken it, it is theirs again. */
export const keepShift = command({
  act: acts.keepShift,
  input: shiftInput,
  facts: turning,
  races: { duty_shift_once: 'shift_taken' },
  run: async ({ facts, ...scope }) => {
    await endNews(scope, newsOf(facts));
    return become(scope, facts, 'kept', { offeredAt: null, offerWords: '' });
  },
});

/** A turn, and who of the team would come instead. */
async function taking(scope: Scope, input: { shift: number }, which: SQL) {
  const { db, communityId } = scope;
  const found = await turning(scope, input);
  if (!found) return undefined;
  const [one] = await db
    .select({ id: steward.id, personId: steward.personId })
    .from(steward)
    .where(and(eq(steward.communityId, communityId), which, isNull(steward.to)));
  if (!one) return undefined;
  const then = and(eq(dutyShift.day, found.day), eq(dutyShift.part, found.part), eq(dutyShift.onDutyId, one.id));
  const busy = (await db.$count(dutyShift, and(eq(dutyShift.communityId, communityId), then))) > 0;
  return { ...found, personId: one.personId, taker: one.id, own: one.id === found.stewardId, taken: busy };
}

/** Whose it was is told, and nobody else is asked any more. */
async function take(scope: Scope, turn: Turn & { taker: number }) {
  const { day, part } = turn;
  await endNews(scope, newsOf(turn));
  if (!turn.left)
    await writeLetters(scope, letters.shift_taken, [
      { to: { person: turn.whose.personId }, no: turn.stewardId, detail: { day, part } },
    ]);
  return become(scope, turn, 'taken', { standInId: turn.taker });
}

/** 我来替: by another of the team, who has no turn then. */
export const takeShift = command({
  act: acts.takeShift,
  input: shiftInput,
  facts: async (scope, input: { shift: number }) =>
    scope.who.kind === 'person' ? taking(scope, input, sql`${steward.personId} = ${scope.who.personId}`) : undefined,
  races: { duty_shift_once: 'shift_taken' },
  run: ({ facts, ...scope }) => take(scope, facts),
});

/** 请谁替: whoever the office spoke with, who is written to. */
export const giveShift = command({
  act: acts.giveShift,
  input: giveInput,
  facts: (scope, input) => taking(scope, input, sql`${steward.id} = ${input.steward}`),
  races: { duty_shift_once: 'shift_taken' },
  run: async ({ facts, ...scope }) => {
    const { day, part } = facts;
    const done = await take(scope, facts);
    await writeLetters(scope, letters.shift_given, [
      { to: { person: facts.personId }, no: facts.id, detail: { day, part }, until: endOfPart(facts) },
    ]);
    return done;
  },
});

/** 替不了了: it has nobody again; whose it was is told, and the others are asked. */
export const returnShift = command({
  act: acts.returnShift,
  input: shiftInput,
  facts: async (scope, input: { shift: number }) => {
    const found = await turning(scope, input);
    return found && { ...found, personId: found.standInId === null ? 0 : (found.served?.personId ?? 0) };
  },
  run: async ({ facts, ...scope }) => {
    if (!facts.left)
      await writeLetters(scope, letters.shift_returned, [
        { to: { person: facts.whose.personId }, no: facts.stewardId, detail: { day: facts.day, part: facts.part } },
      ]);
    await askTheTeam(scope, facts, facts.personId);
    return become(scope, facts, 'returned', { standInId: null });
  },
});

/** 撤掉这个班: it is no row any more; whose it was and who would have come are told. */
export const removeShift = command({
  act: acts.removeShift,
  input: removeInput,
  facts: turning,
  run: async ({ input, facts, ...scope }) => {
    const { db, communityId } = scope;
    const { day, part } = facts;
    await endNews(scope, newsOf(facts));
    await db.delete(dutyShift).where(and(eq(dutyShift.communityId, communityId), eq(dutyShift.id, facts.id)));
    const whose = facts.left ? [] : [facts.whose.personId];
    const told = new Set([...whose, ...(facts.served ? [facts.served.personId] : [])]);
    await writeLetters(
      scope,
      letters.shift_removed,
      [...told].map((person) => ({ to: { person }, no: facts.stewardId, detail: { day, part, reason: input.reason } })),
    );
    return {
      ok: true,
      value: { shift: facts.id },
      leaf: { subject: `shift/${facts.id}`, content: { state: 'removed', day, part, reason: input.reason } },
      changed: ['stewards'],
    };
  },
});
