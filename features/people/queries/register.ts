import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { building, entrance, household, person, registerImport, residency, unit } from '@/db/schema/people';
import { query } from '@/lib/query';
import { mayImport, maySeeRegister } from '../policy';
import { named } from './place';

/** Whether this person may bring in a register here. */
export const registerAccess = query({
  name: 'register.access',
  allow: (who) => mayImport(who) !== null,
  read: async ({ community: { slug } }) => slug,
});

/** The register at a glance: units and households of each building, and the last imports. Counts, no names. */
export const registerPage = query({
  name: 'register.page',
  allow: maySeeRegister,
  read: async ({ db, communityId, who }) => {
    const buildings = await db
      .select({
        name: named,
        entrances: sql<number>`count(distinct ${entrance.id})::int`,
        units: sql<number>`count(distinct ${unit.id})::int`,
        households: sql<number>`count(distinct ${household.id})::int`,
        joined: sql<number>`count(distinct ${residency.householdId})::int`,
      })
      .from(building)
      .leftJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.buildingId, building.id)))
      .leftJoin(unit, and(eq(unit.communityId, communityId), eq(unit.entranceId, entrance.id), ne(unit.status, 'gone')))
      .leftJoin(
        household,
        and(eq(household.communityId, communityId), eq(household.unitId, unit.id), isNull(household.endedAt)),
      )
      .leftJoin(
        residency,
        and(eq(residency.communityId, communityId), eq(residency.householdId, household.id), isNull(residency.to)),
      )
      .where(eq(building.communityId, communityId))
      .groupBy(building.communityId, building.id, building.name, building.compoundId)
      .orderBy(sql`length(${building.name})`, building.name, building.compoundId);
    const imports = await db
      .select({ rows: registerImport.rows, at: registerImport.importedAt, by: person.name })
      .from(registerImport)
      .leftJoin(person, eq(person.id, registerImport.importedBy))
      .where(eq(registerImport.communityId, communityId))
      .orderBy(desc(registerImport.importedAt))
      .limit(10);
    return { buildings, imports, mayImport: mayImport(who) !== null };
  },
});
