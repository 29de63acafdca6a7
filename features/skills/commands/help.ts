import { and, eq, isNull } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { occasion } from '@/db/schema/programmes';
import { helpCall, helper } from '@/db/schema/skills';
import { works } from '@/db/schema/works';
import { checkHung } from '@/features/cases/rules';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { callInput, callShown, cancelInput, joinInput, leaveInput, nameInput, thankInput } from '../input';
import { letters } from '../letters';
import { helpersOf, lockCall, lockHelper } from '../moves';
import { checkDay } from '../rules';

const told = <V extends Json>(no: number, value: V, content: Record<string, Json>) => ({
  ok: true as const,
  value,
  leaf: { subject: `help/${no}`, content },
  changed: ['skills'],
});

/** What the help is for, by its number: a work that goes on, or a date that is still to come. */
async function whatFor(
  { db, communityId, now }: Scope,
  input: { works?: number | undefined; occasion?: number | undefined },
) {
  const [site] =
    input.works === undefined
      ? []
      : await db
          .select({ id: works.id, over: works.completedAt })
          .from(works)
          .where(and(eq(works.communityId, communityId), eq(works.no, input.works)));
  const [date] =
    input.occasion === undefined
      ? []
      : await db
          .select({ id: occasion.id, starts: occasion.startsAt, cancelled: occasion.cancelledAt })
          .from(occasion)
          .where(and(eq(occasion.communityId, communityId), eq(occasion.no, input.occasion)));
  if ((input.works !== undefined && !site) || (input.occasion !== undefined && !date)) return undefined;
  const past = Boolean(site?.over) || (date !== undefined && (date.cancelled !== null || date.starts <= now));
  return { worksId: site?.id ?? null, occasionId: site ? null : (date?.id ?? null), past };
}

/** 请帮手: “晾衣竿要会焊的两位”. */
export const callHelp = command({
  act: acts.callHelp,
  input: callInput,
  facts: whatFor,
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const { title, words, place, day, people } = input;
    const free = checkHung({ title: `${title} ${words}`, place });
    if (!free.ok) return free;
    const may = checkDay(day, shanghaiDate(now));
    if (!may.ok) return may;
    const no = await nextNumber(db, communityId, 'help_call');
    const { worksId, occasionId } = facts;
    const row = { communityId, no, title, words, place, day, people, worksId, occasionId };
    await db.insert(helpCall).values({ ...row, calledBy: personOf(actor) ?? 0, at: now });
    return told(no, { call: no }, { title, day, people });
  },
});

async function joining(scope: Scope, input: { call: number; household: number }) {
  const { db, communityId, who } = scope;
  const call = await lockCall(scope, { no: input.call });
  const [home] = await db
    .select({ householdId: household.id })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, input.household)));
  if (!call || !home) return undefined;
  const own = and(
    ...[eq(helper.communityId, communityId), eq(helper.callId, call.id)],
    ...[eq(helper.personId, who.kind === 'person' ? who.personId : 0), isNull(helper.leftAt)],
  );
  return { ...call, ...home, joined: (await db.$count(helper, own)) > 0 };
}

/** 我来: how they are called in the thanks is said here, or not at all. */
export const joinHelp = command({
  act: acts.joinHelp,
  input: joinInput,
  races: { helper_once: 'joined_already' },
  facts: joining,
  shown: ({ facts }) => callShown(facts),
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const who = { householdId: facts.householdId, personId: personOf(actor) ?? 0, shownName: input.name };
    await db.insert(helper).values({ communityId, callId: facts.id, ...who, at: now });
    return told(facts.no, { call: facts.no }, { state: 'joined' });
  },
});

const held = (scope: Scope, input: { helper: number }) => lockHelper(scope, input.helper);

const put = ({ db, communityId }: Scope, id: number, set: Partial<typeof helper.$inferInsert>) =>
  db
    .update(helper)
    .set(set)
    .where(and(eq(helper.communityId, communityId), eq(helper.id, id)));

/** 来不了了: somebody else may. */
export const leaveHelp = command({
  act: acts.leaveHelp,
  input: leaveInput,
  facts: held,
  run: async ({ facts, ...scope }) => {
    await put(scope, facts.helper, { leftAt: scope.now, shownName: '' });
    return told(facts.no, { call: facts.no }, { state: 'left' });
  },
});

export const nameHelper = command({
  act: acts.nameHelper,
  input: nameInput,
  facts: held,
  run: async ({ input, facts, ...scope }) => {
    await put(scope, facts.helper, { shownName: input.name });
    return told(facts.no, { call: facts.no }, { named: input.name !== '' });
  },
});

/** What ends a call, told to everybody who said that they come. */
const toHelpers = async <D extends object>(
  scope: Scope,
  call: { id: number; no: number },
  sort: Parameters<typeof writeLetters<D>>[1],
  detail: D,
) => {
  const people = await helpersOf(scope, call.id);
  await writeLetters(
    scope,
    sort,
    people.map((to) => ({ to, no: call.no, detail })),
  );
};

const ending = (scope: Scope, input: { call: number }) => lockCall(scope, { no: input.call });

/** 道谢: by name whoever agreed to it, and in a letter everybody. */
export const thankHelpers = command({
  act: acts.thankHelpers,
  input: thankInput,
  facts: ending,
  run: async ({ input, facts, ...scope }) => {
    const { db, communityId, now } = scope;
    const { thanks } = input;
    const free = checkHung({ title: thanks, place: '' });
    if (!free.ok) return refuse('names_a_person', undefined, { thanks: 'names_a_person' });
    await db
      .update(helpCall)
      .set({ thankedAt: now, thanks })
      .where(and(eq(helpCall.communityId, communityId), eq(helpCall.id, facts.id)));
    await toHelpers(scope, facts, letters.help_thanked, { title: facts.title, thanks });
    return told(facts.no, { call: facts.no }, { state: 'thanked' });
  },
});

export const cancelHelp = command({
  act: acts.cancelHelp,
  input: cancelInput,
  facts: ending,
  run: async ({ input, facts, ...scope }) => {
    const { db, communityId, now } = scope;
    const { reason } = input;
    await db
      .update(helpCall)
      .set({ cancelledAt: now, cancelReason: reason })
      .where(and(eq(helpCall.communityId, communityId), eq(helpCall.id, facts.id)));
    await toHelpers(scope, facts, letters.help_cancelled, { title: facts.title, day: facts.day, reason });
    return told(facts.no, { call: facts.no }, { state: 'cancelled', reason });
  },
});
