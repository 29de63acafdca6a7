import { and, eq, sql } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { signUp } from '@/db/schema/programmes';
import type { SignUpChannel } from '@/db/words/programmes';
import { writeLetters } from '@/features/letters/moves';
import { homeAt } from '@/features/people/moves/home';
import { checkBuilding } from '@/features/people/rules';
import { lockNeed, stepNeed } from '@/features/visits/moves';
import { isOver } from '@/features/visits/rules';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import {
  attendInput,
  forNeedInput,
  occasionShown,
  recordInput,
  signedUpInput,
  signUpInput,
  tellInput,
  walkInInput,
} from '../input';
import { letters } from '../letters';
import { type Locked, letIn, lockOccasion, lockSignUp, nextTicket, roomIn, saidOf } from '../moves';
import { finds, slotsOf, threeWords } from '../rules';

/** A household of the community, which asks for a place under the lock of the date. */
async function asking(scope: Scope, { occasion: no }: { occasion: number }, householdId: number) {
  const locked = await lockOccasion(scope, { no });
  return locked && wanting(scope, locked, householdId);
}

async function wanting({ db, communityId }: Scope, locked: Locked, householdId: number) {
  const [home] = await db
    .select({
      householdId: household.id,
      entranceId: household.entranceId,
      signedUp: sql<boolean>`exists (select from sign_up s where s.community_id = ${communityId}
        and s.occasion_id = ${locked.id} and s.household_id = ${householdId} and s.state <> 'withdrawn')`,
    })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, householdId)));
  return home && { ...locked, ...home };
}

interface Wanted {
  heads: number;
  slot?: number | undefined;
}

/** Takes a place, or one on the waiting list. */
async function take(
  scope: Pick<Scope, 'db' | 'communityId' | 'now'>,
  { occasion, wanted, who }: { occasion: Locked; wanted: Wanted; who: Who },
) {
  const { db, communityId, now } = scope;
  const { heads, slot = 0 } = wanted;
  if (slot >= slotsOf(occasion)) return refuse('no_such_slot', undefined, { slot: 'no_such_slot' });
  const room = await roomIn(scope, occasion, slot);
  if (heads > occasion.places)
    return refuse('more_than_places', { places: occasion.places }, { heads: 'more_than_places' });
  const state = finds(room, heads) ? ('taken' as const) : ('waiting' as const);
  if (state === 'waiting' && who.channel === 'walk_in') return refuse('no_place_left');
  const ticket = await nextTicket(scope, occasion.id);
  const [row] = await db
    .insert(signUp)
    .values({ communityId, occasionId: occasion.id, ...who, ticket, heads, slot, state, at: now })
    .returning({ id: signUp.id });
  if (!row) return refuse('unknown');
  return {
    ok: true as const,
    value: { signUp: row.id, occasion: occasion.no, ticket, state },
    leaf: { subject: `occasion/${occasion.no}`, content: { signUp: row.id, heads, slot, state, channel: who.channel } },
    changed: ['programmes'],
  };
}

interface Who {
  channel: SignUpChannel;
  householdId?: number;
  personId?: number | null;
  recordedBy?: number | null;
  came?: boolean;
}

const forSelf = (scope: Scope, input: { occasion: number; household: number }) => asking(scope, input, input.household);
/** The household behind the door somebody wrote down; where there is none, whoever goes round there is told so. */
async function forDoor(scope: Scope, input: { occasion: number; building: string; entrance: number; door: string }) {
  const { compounds, householdId } = await homeAt(scope, input);
  const found = householdId === null ? undefined : await asking(scope, input, householdId);
  if (found) return { ...found, compounds };
  const locked = await lockOccasion(scope, { no: input.occasion });
  const { who } = scope;
  const entranceId = (who.kind === 'person' && who.grants.find(({ entranceId: at }) => at !== null)?.entranceId) || 0;
  return locked && { ...locked, householdId: 0, entranceId, signedUp: false, compounds };
}

/** The household of a need. The date is held first, then the home: whoever signs up by themselves goes the same way. */
async function forNeed(scope: Scope, input: { occasion: number; need: number }) {
  const locked = await lockOccasion(scope, { no: input.occasion });
  const need = locked && (await lockNeed(scope, input));
  const asked = need && (await wanting(scope, locked, need.householdId));
  return asked && { ...asked, need, needOver: isOver(need.state) };
}

/** 报名: for one's own household. */
export const makeSignUp = command({
  act: acts.makeSignUp,
  input: signUpInput,
  facts: forSelf,
  shown: ({ facts }) => occasionShown(facts),
  races: { sign_up_once: 'signed_up_already', sign_up_places: 'no_place_left' },
  run: ({ actor, input, facts, ...scope }) => {
    const who = { channel: 'self' as const, householdId: facts.householdId, personId: personOf(actor) };
    return take(scope, { occasion: facts, wanted: input, who });
  },
});

const tellSignedUp = (
  scope: Pick<Scope, 'db' | 'communityId' | 'now'>,
  of: Locked,
  { householdId, heads, state }: { householdId: number; heads: number; state: 'taken' | 'waiting' },
) =>
  writeLetters(scope, letters.sign_up_recorded, [
    { to: { household: householdId }, no: of.no, detail: { ...saidOf(of), heads, state } },
  ]);

/** 代报: at the door or on the telephone; the household has a letter. */
export const recordSignUp = command({
  act: acts.recordSignUp,
  input: recordInput,
  facts: forDoor,
  shown: ({ facts }) => occasionShown(facts),
  races: { sign_up_once: 'signed_up_already', sign_up_places: 'no_place_left' },
  run: async ({ actor, input, facts, ...scope }) => {
    const { householdId } = facts;
    const meant = checkBuilding(facts.compounds);
    if (!meant.ok) return meant;
    if (householdId === 0) return refuse('no_such_door', undefined, { door: 'no_such_door' });
    const who = { channel: input.channel, householdId, recordedBy: personOf(actor) };
    const done = await take(scope, { occasion: facts, wanted: input, who });
    if (done.ok) await tellSignedUp(scope, facts, { householdId, heads: input.heads, state: done.value.state });
    return done;
  },
});

/** 替提了需要的那一户报名: where it went stands with the need, which stays theirs to close. */
export const bookForNeed = command({
  act: acts.bookForNeed,
  input: forNeedInput,
  facts: forNeed,
  shown: ({ facts }) => occasionShown(facts),
  races: { sign_up_once: 'signed_up_already', sign_up_places: 'no_place_left' },
  run: async ({ actor, input, facts, ...scope }) => {
    const { householdId, need } = facts;
    const recorderId = personOf(actor);
    const who = { channel: input.channel, householdId, recordedBy: recorderId };
    const done = await take(scope, { occasion: facts, wanted: input, who });
    if (!done.ok) return done;
    await stepNeed(scope, need, { step: 'turned', recorderId, into: 'service', intoNo: facts.no });
    await tellSignedUp(scope, facts, { householdId, heads: input.heads, state: done.value.state });
    return { ...done, value: { ...done.value, need: need.id } };
  },
});

/** 直接来的: a ticket while there is room; nothing is asked of whoever it is. */
export const walkIn = command({
  act: acts.walkIn,
  input: walkInInput,
  facts: async (scope, { occasion: no }) => {
    const locked = await lockOccasion(scope, { no });
    return (
      locked && {
        ...locked,
        onItsDay: shanghaiDate(locked.startsAt) === shanghaiDate(scope.now) && scope.now < locked.endsAt,
      }
    );
  },
  races: { sign_up_places: 'no_place_left' },
  run: ({ actor, input, facts, ...scope }) =>
    take(scope, {
      occasion: facts,
      wanted: input,
      who: { channel: 'walk_in', recordedBy: personOf(actor), came: true },
    }),
});

/** 不来了: the next who waits comes in. */
export const takeBackPlace = command({
  act: acts.takeBackPlace,
  input: signedUpInput,
  facts: lockSignUp,
  run: async ({ actor, facts, ...scope }) => {
    const { db, communityId } = scope;
    await db
      .update(signUp)
      .set({ state: 'withdrawn' })
      .where(and(eq(signUp.communityId, communityId), eq(signUp.id, facts.signUp)));
    const came = await letIn(scope, facts, [facts.slot]);
    if (actor.as !== 'resident' && facts.householdId > 0)
      await writeLetters(scope, letters.sign_up_taken_back, [
        { to: { household: facts.householdId }, no: facts.no, detail: saidOf(facts) },
      ]);
    return {
      ok: true,
      value: { occasion: facts.no, came },
      leaf: { subject: `occasion/${facts.no}`, content: { signUp: facts.signUp, state: 'withdrawn' } },
      changed: ['programmes'],
    };
  },
});

/** 来了没有. */
export const attend = command({
  act: acts.attend,
  input: attendInput,
  facts: lockSignUp,
  run: async ({ db, communityId, input, facts }) => {
    const came = input.came === 'yes';
    await db
      .update(signUp)
      .set({ came })
      .where(and(eq(signUp.communityId, communityId), eq(signUp.id, facts.signUp)));
    return {
      ok: true,
      value: { occasion: facts.no },
      leaf: { subject: `occasion/${facts.no}`, content: { signUp: facts.signUp, came } },
      changed: [],
    };
  },
});

/** How it was, in three words, for those who held it. */
export const tellHow = command({
  act: acts.tellHow,
  input: tellInput,
  facts: lockSignUp,
  run: async ({ db, communityId, actor, input, facts }) => {
    const said = threeWords(input.words);
    if (!said.ok) return said;
    await db
      .update(signUp)
      .set({ feedback: said.value.join(' '), toldBy: personOf(actor) })
      .where(and(eq(signUp.communityId, communityId), eq(signUp.id, facts.signUp)));
    return {
      ok: true,
      value: { occasion: facts.no },
      leaf: { subject: `occasion/${facts.no}`, content: { signUp: facts.signUp, told: true } },
      changed: [],
    };
  },
});
