import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { entrance } from '@/db/schema/people';
import { dutyShift, steward, stewardArea } from '@/db/schema/stewards';
import { buildingNamed } from '@/features/people/facts';
import { shanghaiDate } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { areaChanges, partsAhead } from './rules';

type Here = Pick<Scope, 'db' | 'communityId' | 'now'>;

/** Turns that have not begun. */
const ahead = (now: Date): SQL => sql`(${dutyShift.minutes} is null and (${dutyShift.day} > ${shanghaiDate(now)}::date
  or ${dutyShift.day} = ${shanghaiDate(now)}::date and ${dutyShift.part} = any (${sql.param(partsAhead(now))}::text[])))`;

/** How many of somebody's turns, their own and those they took, have not begun, and nobody else has taken them. */
export const turnsAhead = ({ db, communityId, now }: Here, stewardId: number): Promise<number> =>
  db.$count(
    dutyShift,
    and(
      ...[eq(dutyShift.communityId, communityId), ahead(now)],
      sql`coalesce(${dutyShift.standInId}, ${dutyShift.stewardId}) = ${stewardId}`,
    ),
  );

/** Somebody of the team, held until the transaction ends. */
export async function lockSteward({ db, communityId, now }: Here, which: number) {
  const [row] = await db
    .select()
    .from(steward)
    .where(and(eq(steward.communityId, communityId), eq(steward.id, which)))
    .for('update');
  if (!row) return undefined;
  return { ...row, left: row.to !== null, shifts: await turnsAhead({ db, communityId, now }, row.id) };
}

/** The entrances somebody looks after. */
export async function areasOf({ db, communityId }: Pick<Here, 'db' | 'communityId'>, stewardId: number) {
  const { rows } = await db.execute<{ building: string; entrance: number }>(sql`
    select ${buildingNamed('b')} as building, a.entrance_no as entrance from steward_area a
      join building b on b.community_id = a.community_id and b.id = a.building_id
     where a.community_id = ${communityId} and a.steward_id = ${stewardId} and a.to_at is null
     order by length(b.name), b.name, b.compound_id, a.entrance_no`);
  return rows;
}

/** These are the entrances they look after from now on; undefined where one of them is none of the community's. */
export async function setAreas({ db, communityId, now }: Here, stewardId: number, wanted: readonly number[]) {
  const there = await db
    .select({ id: entrance.id, buildingId: entrance.buildingId, no: entrance.no })
    .from(entrance)
    .where(and(eq(entrance.communityId, communityId), inArray(entrance.id, [...wanted])));
  if (there.length < new Set(wanted).size) return undefined;
  const held = await db
    .select({ id: stewardArea.entranceId })
    .from(stewardArea)
    .where(and(eq(stewardArea.communityId, communityId), eq(stewardArea.stewardId, stewardId), isNull(stewardArea.to)));
  const { give, take } = areaChanges(
    held.map(({ id }) => id),
    wanted,
  );
  if (take.length > 0)
    await db
      .update(stewardArea)
      .set({ to: now })
      .where(
        and(
          ...[eq(stewardArea.communityId, communityId), eq(stewardArea.stewardId, stewardId)],
          ...[isNull(stewardArea.to), inArray(stewardArea.entranceId, take)],
        ),
      );
  const given = there.filter(({ id }) => give.includes(id));
  if (given.length > 0)
    await db.insert(stewardArea).values(
      given.map((one) => ({
        communityId,
        stewardId,
        entranceId: one.id,
        buildingId: one.buildingId,
        entranceNo: one.no,
        from: now,
      })),
    );
  return there.length;
}

type Captaincy = {
  id: number;
  personId: number;
  givenBy: number | null;
  entranceId: number;
  buildingId: number;
  entranceNo: number;
};

/**
 * Offices of captains that have not led into the team yet. Each does once: whoever the office took off an entrance, or out of the
 * team, is not put back there by the same office of theirs.
 */
export async function captaincies({ db, communityId, now }: Here, whose = sql`true`): Promise<Captaincy[]> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<Captaincy>(sql`
    select g.id, g.person_id as "personId", g.given_by as "givenBy", e.id as "entranceId", e.building_id as "buildingId",
        e.no as "entranceNo"
      from grants g join entrance e on e.community_id = g.community_id and e.id = g.entrance_id
        join person p on p.id = g.person_id and p.erases_at is null and p.erased_at is null
     where g.community_id = ${communityId} and g.role = 'captain' and g.from_at <= ${moment}
       and (g.to_at is null or g.to_at > ${moment}) and ${whose}
       and not exists (select from steward_area a where a.community_id = g.community_id and a.grant_id = g.id)
       and not exists (select from steward s where s.community_id = g.community_id and s.person_id = g.person_id
         and s.to_at >= g.from_at)
     order by g.person_id, g.id`);
  return rows;
}

/** They look after the entrances they are captain of, and as long as they are; what they looked after before is that same one. */
export async function setCaptaincies(
  { db, communityId, now }: Here,
  stewardId: number,
  held: readonly Captaincy[],
): Promise<void> {
  for (const { id, entranceId, buildingId, entranceNo } of held) {
    const kept = await db
      .update(stewardArea)
      .set({ grantId: id })
      .where(
        and(
          ...[eq(stewardArea.communityId, communityId), eq(stewardArea.stewardId, stewardId)],
          ...[eq(stewardArea.entranceId, entranceId), isNull(stewardArea.to)],
        ),
      )
      .returning({ id: stewardArea.id });
    if (kept.length === 0)
      await db
        .insert(stewardArea)
        .values({ communityId, stewardId, entranceId, buildingId, entranceNo, grantId: id, from: now });
  }
}

/** An area that came with an office that is over. `a`: the area. */
export const officeOver = (now: Date): SQL<boolean> => sql<boolean>`(a.to_at is null and exists (select from grants g
  where g.community_id = a.community_id and g.id = a.grant_id and g.to_at <= ${now.toISOString()}::timestamptz))`;

/** A turn, held, with the person whose it is and the person who serves. */
export async function lockShift({ db, communityId }: Here, which: number) {
  const [row] = await db
    .select()
    .from(dutyShift)
    .where(and(eq(dutyShift.communityId, communityId), eq(dutyShift.id, which)))
    .for('update');
  if (!row) return undefined;
  const people = await db
    .select({ id: steward.id, personId: steward.personId, left: sql<boolean>`${steward.to} is not null` })
    .from(steward)
    .where(
      and(eq(steward.communityId, communityId), inArray(steward.id, [row.stewardId, row.standInId ?? row.stewardId])),
    );
  const whose = people.find(({ id }) => id === row.stewardId);
  const served = people.find(({ id }) => id === row.onDutyId);
  return whose && { ...row, whose, served };
}

/** Out of the team: entrances, turns that have not begun, and the name on the board. */
export async function leaveTeam(here: Here, { id }: { id: number }, reason: string): Promise<void> {
  const { db, communityId, now } = here;
  await setAreas(here, id, []);
  await db
    .update(steward)
    .set({ to: now, shownName: '', leaveReason: reason })
    .where(and(eq(steward.communityId, communityId), eq(steward.id, id)));
  const toCome = and(eq(dutyShift.communityId, communityId), ahead(now));
  await db
    .update(dutyShift)
    .set({ offeredAt: sql`coalesce(${dutyShift.offeredAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(toCome, eq(dutyShift.stewardId, id)));
  await db
    .update(dutyShift)
    .set({ standInId: null })
    .where(and(toCome, eq(dutyShift.standInId, id)));
}

/** Somebody lives here, or holds an office here, and has not asked to be deleted. */
export const belongsHere = (communityId: number, personId: SQL, now: Date): SQL<boolean> => sql<boolean>`(
  exists (select from person p where p.id = ${personId} and p.erases_at is null and p.erased_at is null) and (
    exists (select from residency r where r.community_id = ${communityId} and r.person_id = ${personId}
      and r.from_at <= ${now.toISOString()}::timestamptz and (r.to_at is null or r.to_at > ${now.toISOString()}::timestamptz))
    or exists (select from grants g where g.community_id = ${communityId} and g.person_id = ${personId}
      and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz))))`;
