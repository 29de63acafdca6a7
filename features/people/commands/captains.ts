import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { building, compound, entrance, grants } from '@/db/schema/people';
import { writeLetters } from '@/features/letters/moves';
import type { Role } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { importCaptainsInput } from '../input';
import { letters } from '../letters';
import { personNamed } from '../moves';
import { checkGrants, withCompounds } from '../rules';

/** 楼门长: all rows of one sheet or none; what somebody holds already is left as it is. */
export const importCaptains = command({
  act: acts.importCaptains,
  input: importCaptainsInput,
  facts: async ({ db, communityId }) => {
    await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('grants'))`);
    const entrances = await db
      .select({ id: entrance.id, no: entrance.no, building: building.name, compound: compound.name })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
      .innerJoin(compound, and(eq(compound.communityId, communityId), eq(compound.id, building.compoundId)))
      .where(eq(entrance.communityId, communityId));
    return { entrances };
  },
  run: async ({ db, communityId, community: home, now, input, facts: { entrances } }) => {
    const known = new Map(entrances.map((one) => [`${one.compound}/${one.building}`, one]));
    const { rows, unclear } = withCompounds(input.rows, [...known.values()], home.nameZh);
    const [first] = unclear;
    if (first) return refuse('which_compound', { building: first.building, compounds: first.compounds.join('、') });
    const people = new Map<string, { name: string; row: number; doors: typeof entrances }>();
    for (const { row, phone, name, ...at } of rows) {
      const door = entrances.find(
        (one) => one.compound === at.compound && one.building === at.building && one.no === at.entrance,
      );
      if (!door) return refuse('row_no_entrance', { row, building: at.building, entrance: at.entrance });
      const one = people.get(phone) ?? { name, row, doors: [] };
      if (one.name !== name) return refuse('row_two_names', { row, phone, name, other: one.name });
      people.set(phone, { ...one, doors: [...one.doors, door] });
    }
    let given = 0;
    for (const [phone, { name, row, doors }] of people) {
      const personId = await personNamed(db, { phone, name });
      const running = or(isNull(grants.to), gt(grants.to, now));
      const held = await db
        .select({ role: grants.role, entranceId: grants.entranceId })
        .from(grants)
        .where(and(eq(grants.communityId, communityId), inArray(grants.personId, [personId]), running));
      const checked = checkGrants(
        { role: 'captain', entranceIds: doors.map(({ id }) => id) },
        held.map((one) => ({ role: one.role as Role, entranceId: one.entranceId })),
      );
      if (!checked.ok && checked.refusal.code === 'already_held') continue;
      if (!checked.ok) return refuse('row_grant', { row, name, why: checked.refusal.code });
      const added = await db
        .insert(grants)
        .values(
          checked.value.map((entranceId) => ({
            communityId,
            personId,
            role: 'captain' as const,
            entranceId,
            from: now,
          })),
        )
        .returning({ id: grants.id, entranceId: grants.entranceId });
      given += added.length;
      await writeLetters(
        { db, communityId, now },
        letters.grant_given,
        added.map(({ id, entranceId }) => {
          const door = doors.find((one) => one.id === entranceId);
          const at = door ? { building: door.building, entrance: door.no } : null;
          return { to: { person: personId }, no: id, detail: { role: 'captain', at } };
        }),
      );
    }
    const value = { rows: rows.length, captains: people.size, given };
    return {
      ok: true,
      value,
      leaf: { subject: 'grant/captains', content: { file: input.hash, ...value } },
      changed: [],
    };
  },
});
