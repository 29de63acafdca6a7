import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { building, compound, entrance, grants, person } from '@/db/schema/people';
import type { Role } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { officeholders } from '../moves';
import type { CaptainFacts, CaptainRow } from '../rules/captains';

/** What is kept of the entrances and the people a sheet of captains names. */
export async function captainFacts(
  { db, communityId, community, now }: Pick<Scope, 'db' | 'communityId' | 'community' | 'now'>,
  rows: readonly CaptainRow[],
  by: number | null,
): Promise<CaptainFacts> {
  const entrances = await db
    .select({ id: entrance.id, no: entrance.no, building: building.name, compound: compound.name })
    .from(entrance)
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
    .innerJoin(compound, and(eq(compound.communityId, communityId), eq(compound.id, building.compoundId)))
    .where(eq(entrance.communityId, communityId));
  const numbers = [...new Set(rows.map(({ phone }) => phone))];
  const people = await db
    .select({ id: person.id, name: person.name, phone: person.phone })
    .from(person)
    .where(sql`${person.phone} = any (${sql.param(numbers)})`);
  const held = await db
    .select({ personId: grants.personId, role: grants.role, entranceId: grants.entranceId })
    .from(grants)
    .where(
      and(
        eq(grants.communityId, communityId),
        inArray(
          grants.personId,
          people.map(({ id }) => id),
        ),
        or(isNull(grants.to), gt(grants.to, now)),
      ),
    );
  return {
    own: community.nameZh,
    entrances,
    people: people.map((one) => ({
      ...one,
      held: held
        .filter(({ personId }) => personId === one.id)
        .map(({ role, entranceId }) => ({ role: role as Role, entranceId })),
    })),
    officers: await officeholders(db, { communityId, now, besides: null }),
    by,
  };
}
