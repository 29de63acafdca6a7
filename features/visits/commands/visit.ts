import { and, eq, isNull } from 'drizzle-orm';
import { electorate, round } from '@/db/schema/rounds';
import { homeVisit, noVisits } from '@/db/schema/visits';
import { writeLetters } from '@/features/letters/moves';
import { householdOf, personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { dropInput, homeInput, planInput, recordInput } from '../input';
import { letters } from '../letters';
import { goesThere, livesThere, lockHome, teamGoesThere } from '../moves';
import { mayAskTeam, mayVisit } from '../policy';
import { checkPlanned, checkTold, placeOf } from '../rules';

const told = (household: number, state: string) => ({
  leaf: { subject: `home_visit/${household}`, content: { state } },
  changed: [],
});

/** 安排走访: who goes where and why, by a day. */
export const planVisit = command({
  act: acts.planVisit,
  input: planInput,
  facts: lockHome,
  races: { home_visit_planned_once: 'planned_already' },
  run: async ({ input, facts: home, ...scope }) => {
    const { db, communityId, now, actor } = scope;
    const may = checkPlanned(input.day, shanghaiDate(now));
    if (!may.ok) return may;
    const plannedBy = personOf(actor) ?? 0;
    const visitorId = input.visitor ?? plannedBy;
    const ofTeam = !(await goesThere(scope, home.entranceId, visitorId));
    if (ofTeam && !(mayAskTeam(scope.who) && (await teamGoesThere(scope, home, visitorId))))
      return refuse('not_theirs', undefined, { visitor: 'not_theirs' });
    const { purpose, reason, day: plannedFor } = input;
    const row = { communityId, householdId: home.householdId, purpose, reason, visitorId, plannedFor, plannedBy };
    await db.insert(homeVisit).values({ ...row, at: now });
    if (visitorId !== plannedBy)
      await writeLetters(scope, ofTeam ? letters.visit_asked : letters.visit_given, [
        { to: { person: visitorId }, no: home.householdId, detail: { day: plannedFor } },
      ]);
    return { ok: true, value: { household: home.householdId }, ...told(home.householdId, 'planned') };
  },
});

/** 不去了: with a reason; whoever planned it has a letter where somebody else says so. */
export const dropVisit = command({
  act: acts.dropVisit,
  input: dropInput,
  facts: lockHome,
  run: async ({ input, facts: home, ...scope }) => {
    const { db, communityId, now, actor } = scope;
    await db
      .update(homeVisit)
      .set({ droppedAt: now, dropReason: input.reason })
      .where(and(eq(homeVisit.communityId, communityId), eq(homeVisit.id, home.plan?.id ?? 0)));
    const plannedBy = home.plan?.plannedBy;
    if (plannedBy && plannedBy !== personOf(actor))
      await writeLetters(scope, letters.visit_not_made, [
        { to: { person: plannedBy }, no: home.householdId, detail: {} },
      ]);
    return { ok: true, value: { household: home.householdId }, ...told(home.householdId, 'dropped') };
  },
});

/** The round at whose door it was; null: it asks nothing of this home. */
async function roundAt({ db, communityId }: Scope, no: number, householdId: number) {
  const [row] = await db
    .select({ id: round.id })
    .from(round)
    .innerJoin(electorate, and(eq(electorate.communityId, communityId), eq(electorate.roundId, round.id)))
    .where(and(eq(round.communityId, communityId), eq(round.no, no), eq(electorate.householdId, householdId)));
  return row?.id ?? null;
}

/** 记走访: in the field's own terms; the household has a letter, and reads it. */
export const recordVisit = command({
  act: acts.recordVisit,
  input: recordInput,
  facts: lockHome,
  run: async ({ input, facts: home, ...scope }) => {
    const { db, communityId, now, actor } = scope;
    const wrong = checkTold(input, { noVisits: home.noVisits, now });
    if (wrong) return { ok: false, refusal: wrong };
    const { purpose, outcome, on, met, along, said, done, follows } = input;
    const place = placeOf(input, home.noVisits);
    const recordedBy = personOf(actor) ?? 0;
    // Who of the home has an account, and which round is under way, is known to those who go round alone.
    const goesRound = mayVisit(scope.who, home) !== null;
    const personId = goesRound && outcome === 'met' ? (input.person ?? null) : null;
    if (personId !== null && !(await livesThere(scope, home.householdId, personId)))
      return refuse('not_at_home', undefined, { person: 'choose_one' });
    const roundId =
      !goesRound || input.round === undefined ? null : await roundAt(scope, input.round, home.householdId);
    const row = { purpose, outcome, visitedAt: on, place, personId, met, along, said, done, follows, roundId };
    const kept = { ...row, recordedBy, visitorId: recordedBy };
    // What somebody else plans to do there is still to be done.
    if (home.plan && (goesRound || home.plan.visitorId === recordedBy))
      await db
        .update(homeVisit)
        .set(kept)
        .where(and(eq(homeVisit.communityId, communityId), eq(homeVisit.id, home.plan.id)));
    else await db.insert(homeVisit).values({ ...kept, communityId, householdId: home.householdId, at: now });
    if (outcome === 'met')
      await writeLetters(scope, letters.visit_recorded, [
        { to: { household: home.householdId }, no: home.householdId, detail: { day: shanghaiDate(on) } },
      ]);
    return { ok: true, value: { household: home.householdId }, ...told(home.householdId, outcome) };
  },
});

/** 请勿上门: its own word, or heard at its door; then the household has a letter, in case it was not so. */
export const askNoVisits = command({
  act: acts.askNoVisits,
  input: homeInput,
  facts: lockHome,
  races: { no_visits_once: 'asked_already' },
  run: async ({ facts: home, ...scope }) => {
    const { db, communityId, now, actor } = scope;
    const { householdId } = home;
    const own = householdOf(actor) === householdId && actor.as === 'resident';
    const by = personOf(actor) ?? 0;
    await db
      .insert(noVisits)
      .values({ communityId, householdId, personId: own ? by : null, recorderId: own ? null : by, at: now });
    if (home.plan)
      await db
        .update(homeVisit)
        .set({ droppedAt: now })
        .where(and(eq(homeVisit.communityId, communityId), eq(homeVisit.id, home.plan.id)));
    if (!own)
      await writeLetters(scope, letters.no_visits_recorded, [
        { to: { household: householdId }, no: householdId, detail: {} },
      ]);
    return { ok: true, value: { household: householdId }, ...told(householdId, 'quiet') };
  },
});

export const welcomeVisits = command({
  act: acts.welcomeVisits,
  input: homeInput,
  facts: lockHome,
  run: async ({ facts: { householdId }, ...scope }) => {
    const { db, communityId, now, actor } = scope;
    await db
      .update(noVisits)
      .set({ takenBackAt: now })
      .where(
        and(eq(noVisits.communityId, communityId), eq(noVisits.householdId, householdId), isNull(noVisits.takenBackAt)),
      );
    if (actor.as !== 'resident')
      await writeLetters(scope, letters.visits_welcome_recorded, [
        { to: { household: householdId }, no: householdId, detail: {} },
      ]);
    return { ok: true, value: { household: householdId }, ...told(householdId, 'welcome') };
  },
});
