import { and, eq, isNull, sql } from 'drizzle-orm';
import { building, entrance, grants, household, joinRequest, person, residency, unit } from '@/db/schema/people';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { lookalikeOf, sameLetters } from '@/lib/lookalike';
import { isChinese } from '@/lib/names';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { confirmJoinInput, joinInput, refuseJoinInput, requestShown } from '../input';
import { letters } from '../letters';
import { nameGiven, officeholders, ownsIt } from '../moves';
import { homeAt } from '../moves/home';
import { checkBuilding, checkJoin, checkName } from '../rules';

/** 申请入户: somebody says behind which door they live; the captain there or a social worker confirms it. */
export const askToJoin = command({
  act: acts.askToJoin,
  input: joinInput,
  facts: homeAt,
  races: { join_once: 'already_asked' },
  run: async ({ db, communityId, now, actor, input, facts, who }) => {
    const { compounds, householdId } = facts;
    const personId = personOf(actor);
    const meant = checkBuilding(compounds);
    if (!meant.ok) return meant;
    if (householdId === null || personId === null) return refuse('no_such_door', undefined, { door: 'no_such_door' });
    const open = await db.$count(
      joinRequest,
      and(eq(joinRequest.personId, personId), eq(joinRequest.state, 'requested')),
    );
    const livesThere = who.kind === 'person' && who.households.some((home) => home.householdId === householdId);
    const checked = checkJoin({ livesThere, open });
    if (!checked.ok) return checked;
    const named = checkName(input.name);
    if (!named.ok) return named;
    const alike = lookalikeOf(input.name, await officeholders(db, { communityId, now, besides: personId }));
    if (alike?.name && !sameLetters(alike.name, input.name) && !isChinese(input.name))
      return refuse('invalid', undefined, { name: 'name_lookalike' });
    await db
      .update(person)
      .set({ name: input.name })
      .where(and(eq(person.id, personId), isNull(person.name)));
    const [row] = await db
      .insert(joinRequest)
      .values({ communityId, householdId, personId, name: input.name, note: input.note, requestedAt: now })
      .returning({ id: joinRequest.id });
    const request = row?.id ?? 0;
    return {
      ok: true,
      value: { request },
      leaf: { subject: `join/${request}`, content: { state: 'requested' } },
      changed: [],
    };
  },
});

async function lockRequest({ db, communityId }: Scope, input: { request: number }) {
  const [row] = await db
    .select()
    .from(joinRequest)
    .where(and(eq(joinRequest.communityId, communityId), eq(joinRequest.id, input.request)))
    .for('update');
  if (!row) return undefined;
  await db
    .select({ id: household.id })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, row.householdId)))
    .for('update');
  const [home] = await db
    .select({
      entranceId: household.entranceId,
      building: building.name,
      entrance: entrance.no,
      door: unit.door,
      name: nameGiven,
      proven: ownsIt,
    })
    .from(household)
    .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
    .innerJoin(person, eq(person.id, row.personId))
    .innerJoin(joinRequest, and(eq(joinRequest.communityId, communityId), eq(joinRequest.id, row.id)))
    .where(and(eq(household.communityId, communityId), eq(household.id, row.householdId)));
  return home && { ...row, ...home };
}

/** A name nobody has vouched for yet, here or anywhere, gives way to the one that is being confirmed. */
async function takeName({ db, communityId }: Scope, { personId, name }: { personId: number; name: string }) {
  const here = sql`array[${communityId}]::integer[]`;
  const vouched = sql`(select from ${residency} where ${residency.personId} = ${personId} union all
    select from ${grants} where ${grants.personId} = ${personId})`;
  await db
    .update(person)
    .set({ name })
    .where(and(eq(person.id, personId), sql`communities_of(${personId}) <@ ${here}`, sql`not exists ${vouched}`));
}

/** 确认入户: from now on this person speaks for the household. Those who already live there are told. */
export const confirmJoin = command({
  act: acts.confirmJoin,
  input: confirmJoinInput,
  facts: lockRequest,
  shown: ({ facts }) => requestShown(facts),
  run: async (scope) => {
    const { db, communityId, now, actor, facts } = scope;
    const { householdId, personId } = facts;
    const decidedBy = personOf(actor);
    await db
      .update(joinRequest)
      .set({ state: 'confirmed', decidedBy, decidedAt: now })
      .where(and(eq(joinRequest.communityId, communityId), eq(joinRequest.id, facts.id)));
    if (facts.name) await takeName(scope, { personId, name: facts.name });
    await db
      .insert(residency)
      .values({ communityId, householdId, personId, confirmedBy: decidedBy, from: now })
      .onConflictDoNothing();
    const here = { db, communityId, now };
    const about = { no: facts.id, detail: {} };
    await writeLetters(here, letters.join_confirmed, [{ to: { person: personId }, ...about }]);
    await writeLetters(here, letters.household_joined, [{ to: { household: householdId }, ...about }]);
    return {
      ok: true,
      value: { request: facts.id },
      leaf: { subject: `join/${facts.id}`, content: { state: 'confirmed' } },
      changed: [],
    };
  },
});

export const refuseJoin = command({
  act: acts.refuseJoin,
  input: refuseJoinInput,
  facts: lockRequest,
  run: async ({ db, communityId, now, actor, input, facts }) => {
    await db
      .update(joinRequest)
      .set({ state: 'refused', reason: input.reason, decidedBy: personOf(actor), decidedAt: now })
      .where(and(eq(joinRequest.communityId, communityId), eq(joinRequest.id, facts.id)));
    const { personId } = facts;
    await writeLetters({ db, communityId, now }, letters.join_refused, [
      { to: { person: personId }, no: facts.id, detail: { reason: input.reason } },
    ]);
    return {
      ok: true,
      value: { request: facts.id },
      leaf: { subject: `join/${facts.id}`, content: { state: 'refused' } },
      changed: [],
    };
  },
});
