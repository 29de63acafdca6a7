import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { building, compound, entrance, household, person, registerImport, residency, unit } from '@/db/schema/people';
import { query } from '@/lib/query';
import { keptRows } from '@/lib/sheet/kept';
import { mayImport, maySeeRegister } from '../policy';
import { type RegisterRow, withCompounds } from '../rules';

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
      .leftJoin(unit, and(eq(unit.communityId, communityId), eq(unit.entranceId, entrance.id)))
      .leftJoin(household, and(eq(household.communityId, communityId), eq(household.unitId, unit.id)))
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

/**
 * What a file would do: units new, changed and the same; whether this very file has been imported. Without `rows` those of
 * the sheet whoever asks has sent in. Writes nothing.
 */
export const registerPlan = query({
  name: 'register.plan',
  allow: (who) => mayImport(who) !== null,
  read: async ({ db, communityId, community: home, who }, file: { hash: string; rows?: readonly RegisterRow[] }) => {
    const personId = who.kind === 'person' ? who.personId : 0;
    const kept = { personId, community: home.slug, sheet: 'register', hash: file.hash };
    const said = file.rows ? sql`${JSON.stringify(file.rows)}::jsonb` : keptRows(kept);
    const buildings = await db
      .select({ compound: compound.name, building: building.name })
      .from(building)
      .innerJoin(compound, and(eq(compound.communityId, building.communityId), eq(compound.id, building.compoundId)))
      .where(eq(building.communityId, communityId))
      .orderBy(building.compoundId);
    const { rows: named } = await db.execute<{ compound: string; building: string }>(
      sql`select distinct compound, building from jsonb_to_recordset(${said}) as r(compound text, building text)
        order by compound, building`,
    );
    const placed = withCompounds(named, buildings, home.nameZh);
    const places = named.map(({ compound: said, building }, at) => ({
      said,
      building,
      compound: placed.rows[at]?.compound,
    }));
    const [before] = await db
      .select({ rows: registerImport.rows })
      .from(registerImport)
      .where(and(eq(registerImport.communityId, communityId), eq(registerImport.hash, Buffer.from(file.hash, 'hex'))));
    const { rows } = await db.execute<{ added: number; changed: number; same: number }>(sql`
      with known as (
        select k.name as compound, b.name as building, e.no, u.door, u.area, u.status
          from unit u join entrance e on e.community_id = u.community_id and e.id = u.entrance_id
          join building b on b.community_id = u.community_id and b.id = e.building_id
          join compound k on k.community_id = u.community_id and k.id = b.compound_id
         where u.community_id = ${communityId})
      select count(*) filter (where known.door is null)::int as added,
             count(*) filter (where (known.area, known.status) is distinct from (r.area, r.status)
                                and known.door is not null)::int as changed,
             count(*) filter (where (known.area, known.status) = (r.area, r.status))::int as same
        from jsonb_to_recordset(${said})
          as r(compound text, building text, entrance int, door text, area int, status text)
        join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(said text, building text, compound text)
          on p.said = r.compound and p.building = r.building
        left join known on known.compound = p.compound
          and known.building = r.building and known.no = r.entrance and known.door = r.door`);
    const counts = rows[0] ?? { added: 0, changed: 0, same: 0 };
    return { imported: before !== undefined, unclear: placed.unclear, ...counts };
  },
});
