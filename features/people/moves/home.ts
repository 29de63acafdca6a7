import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { building, compound, entrance, household, unit } from '@/db/schema/people';
import type { Scope } from '@/lib/gate';
import { doorSpellings } from '../rules';

/** The household behind a door as people write it, and the compounds that have such a building: one, or it is not clear which. */
export async function homeAt(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  input: { building: string; entrance: number; door: string },
) {
  const meant = await db
    .select({ id: building.id, compound: compound.name })
    .from(building)
    .innerJoin(compound, and(eq(compound.communityId, building.communityId), eq(compound.id, building.compoundId)))
    .where(
      and(
        eq(building.communityId, communityId),
        or(
          eq(building.name, input.building),
          eq(sql`${compound.name} || '/' || ${building.name}`, input.building),
          eq(sql`${compound.name} || ' ' || ${building.name}`, input.building),
        ),
      ),
    )
    .orderBy(building.compoundId);
  const [home] = await db
    .select({ id: household.id })
    .from(household)
    .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, unit.communityId), eq(entrance.id, unit.entranceId)))
    .where(
      and(
        eq(household.communityId, communityId),
        eq(household.buildingId, meant[0]?.id ?? 0),
        isNull(household.endedAt),
        eq(entrance.no, input.entrance),
        inArray(unit.door, doorSpellings(input.door)),
      ),
    )
    .orderBy(desc(eq(unit.door, input.door)))
    .limit(1);
  return { compounds: meant.map((one) => one.compound), householdId: home?.id ?? null };
}
