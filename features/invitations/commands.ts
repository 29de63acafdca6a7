import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { invitation } from '@/db/schema/invitations';
import { building, entrance, grants, household, unit } from '@/db/schema/people';
import { endNews, writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { waits } from './facts';
import { invitationInput, makeInput } from './input';
import { letters } from './letters';

async function homeOf({ db, communityId }: Scope, householdId: number) {
  await db
    .select({ id: household.id })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, householdId)))
    .for('update');
  const [home] = await db
    .select({
      householdId: household.id,
      entranceId: household.entranceId,
      building: building.name,
      entrance: entrance.no,
      door: unit.door,
      waits: sql<boolean>`exists (select from invitation i where i.community_id = ${household.communityId}
        and i.household_id = ${household.id} and ${waits(sql`i`)})`,
    })
    .from(household)
    .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)))
    .where(and(eq(household.communityId, communityId), eq(household.id, householdId)));
  return home;
}

/** Asks the captains of one's entrance to come: each of them has a letter, and it waits at their doors. */
export const makeInvitation = command({
  act: acts.makeInvitation,
  input: makeInput,
  facts: (scope, input) => homeOf(scope, input.household),
  run: async ({ db, communityId, now, actor, input, facts: home }) => {
    const [row] = await db
      .insert(invitation)
      .values({
        communityId,
        householdId: home.householdId,
        personId: personOf(actor) ?? 0,
        words: input.words,
        at: now,
      })
      .returning({ id: invitation.id });
    if (!row) return refuse('unknown');
    const captains = await db
      .selectDistinct({ person: grants.personId })
      .from(grants)
      .where(
        and(
          ...[eq(grants.communityId, communityId), eq(grants.role, 'captain'), eq(grants.entranceId, home.entranceId)],
          ...[lte(grants.from, now), or(isNull(grants.to), gt(grants.to, now))],
        ),
      );
    const { building: name, entrance: no, door } = home;
    await writeLetters(
      { db, communityId, now },
      letters.captain_invited,
      captains.map((to) => ({ to, no: row.id, detail: { building: name, entrance: no, door } })),
    );
    return {
      ok: true,
      value: { invitation: row.id },
      leaf: { subject: `invitation/${row.id}`, content: { state: 'made' } },
      changed: [],
    };
  },
});

async function lockInvitation(scope: Scope, input: { invitation: number }) {
  const { db, communityId } = scope;
  const here = and(eq(invitation.communityId, communityId), eq(invitation.id, input.invitation));
  const [found] = await db.select({ household: invitation.householdId }).from(invitation).where(here);
  const home = found && (await homeOf(scope, found.household));
  const [row] = await db
    .select({ id: invitation.id, waits: waits(sql`${invitation}`) })
    .from(invitation)
    .where(here);
  return home && row && { ...home, ...row };
}

/** What was asked is not needed any more: the letter about it is no news. */
export const takeBackInvitation = command({
  act: acts.takeBackInvitation,
  input: invitationInput,
  facts: lockInvitation,
  run: async ({ db, communityId, now, facts: { id } }) => {
    await db
      .update(invitation)
      .set({ takenBackAt: now })
      .where(and(eq(invitation.communityId, communityId), eq(invitation.id, id)));
    await endNews({ db, communityId, now }, { about: 'invitation', numbers: [id] });
    return {
      ok: true,
      value: { invitation: id },
      leaf: { subject: `invitation/${id}`, content: { state: 'taken_back' } },
      changed: [],
    };
  },
});

/** Whoever was there says so; the household reads it, and asks again where it is not so. */
export const keepInvitation = command({
  act: acts.keepInvitation,
  input: invitationInput,
  facts: lockInvitation,
  run: async ({ db, communityId, now, actor, facts: { id, householdId } }) => {
    await db
      .update(invitation)
      .set({ keptAt: now, keptBy: personOf(actor) })
      .where(and(eq(invitation.communityId, communityId), eq(invitation.id, id)));
    await endNews({ db, communityId, now }, { about: 'invitation', numbers: [id] });
    await writeLetters({ db, communityId, now }, letters.captain_came, [
      { to: { household: householdId }, no: id, detail: {} },
    ]);
    return {
      ok: true,
      value: { invitation: id },
      leaf: { subject: `invitation/${id}`, content: { state: 'kept' } },
      changed: [],
    };
  },
});
