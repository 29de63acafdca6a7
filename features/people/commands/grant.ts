import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { building, entrance, grants } from '@/db/schema/people';
import { writeLetters } from '@/features/letters/moves';
import { personOf, type Role } from '@/lib/actor';
import { addDays, startOfDay } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { lookalikeOf } from '@/lib/lookalike';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { giveGrantInput, revokeGrantInput } from '../input';
import { letters } from '../letters';
import { lockGrant, officeholders, personNamed, personOfPhone } from '../moves';
import { belongsNoMore, captainNamed, checkGrants } from '../rules';

/** 授权: a role for a person of this phone, who need not have signed in yet; a captain's for all of these entrances. */
export const giveGrant = command({
  act: acts.giveGrant,
  input: giveGrantInput,
  facts: async ({ db, communityId }, input) => {
    await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('grants'))`);
    const doors = await db
      .select({ id: entrance.id, building: building.name, no: entrance.no })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
      .where(and(eq(entrance.communityId, communityId), inArray(entrance.id, input.entrances)))
      .orderBy(entrance.id);
    if (doors.length < new Set(input.entrances).size) return undefined;
    return { personId: await personOfPhone(db, input.phone), role: input.role, doors };
  },
  run: async ({ db, communityId, community, now, actor, input, facts }) => {
    const { role, doors } = facts;
    const alike =
      'personId' in actor && input.alike === undefined
        ? lookalikeOf(input.name, await officeholders(db, { communityId, now, besides: facts.personId }))
        : undefined;
    if (alike?.name) return refuse('name_alike', { name: alike.name }, { name: 'name_alike' });
    const named = await personNamed(db, { phone: input.phone, name: input.name });
    if (!named.ok) return named;
    const personId = named.value;
    const held = await db
      .select({ role: grants.role, entranceId: grants.entranceId })
      .from(grants)
      .where(
        and(
          eq(grants.communityId, communityId),
          eq(grants.personId, personId),
          or(isNull(grants.to), gt(grants.to, now)),
        ),
      );
    const checked = checkGrants(
      { role, entranceIds: doors.map(({ id }) => id) },
      held.map((one) => ({ role: one.role as Role, entranceId: one.entranceId })),
    );
    if (!checked.ok) return checked;
    const places = checked.value;
    const to = input.until ? startOfDay(addDays(input.until, 1)) : null;
    if (to && to <= now) return refuse('until_past', undefined, { until: 'not_past' });
    const given = await db
      .insert(grants)
      .values(
        places.map((entranceId) => ({
          communityId,
          personId,
          role,
          entranceId,
          from: now,
          to,
          givenBy: personOf(actor),
        })),
      )
      .returning({ id: grants.id, entranceId: grants.entranceId });
    const at = (entranceId: number | null) => {
      const door = doors.find(({ id }) => id === entranceId);
      return door ? { building: door.building, entrance: door.no } : null;
    };
    await writeLetters(
      { db, communityId, now },
      letters.grant_given,
      given.map((one) => ({ to: { person: personId }, no: one.id, detail: { role, at: at(one.entranceId) } })),
    );
    const grant = given[0]?.id ?? 0;
    return {
      ok: true,
      value: { grant, given: given.length },
      leaf: { subject: `grant/${grant}`, content: { role, entrances: places, until: input.until ?? null } },
      changed: [],
      jobs: role === 'captain' ? [captainNamed(community.slug)] : [],
    };
  },
});

/** 收回授权, where nothing is open with its holder: bites on the next click, and waits for acts already under way (they hold the grant `for share`). */
export const revokeGrant = command({
  act: acts.revokeGrant,
  input: revokeGrantInput,
  facts: lockGrant,
  run: async ({ db, communityId, community, now, input, facts }) => {
    await db
      .update(grants)
      .set({ to: now })
      .where(and(eq(grants.communityId, communityId), eq(grants.id, facts.id)));
    const { personId, role } = facts;
    await writeLetters({ db, communityId, now }, letters.grant_revoked, [
      { to: { person: personId }, no: facts.id, detail: { reason: input.reason } },
    ]);
    return {
      ok: true,
      value: { grant: facts.id },
      leaf: { subject: `grant/${facts.id}`, content: { role, entrance: facts.entranceId, over: true } },
      changed: [],
      jobs: [belongsNoMore(community.slug)],
    };
  },
});
