import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import {
  building,
  community,
  compound,
  entrance,
  grants,
  household,
  joinRequest,
  person,
  registerImport,
  residency,
  unit,
} from '@/db/schema/people';
import { term } from '@/db/schema/terms';
import type { Role } from '@/lib/actor';
import { type Database, personQuery, query } from '@/lib/gate';
import { lookalikeOf } from '@/lib/lookalike';
import { mayHandOver, mayImport, maySeeGrants, maySeeJoins, maySeeRegister } from './policy';
import { DOTS, type RegisterRow, withCompounds } from './rules';

const twin = sql`exists (select 1 from building other where other.community_id = ${building.communityId}
  and other.name = ${building.name} and other.id <> ${building.id})`;
const ofCompound = sql`(select k.name from compound k where k.community_id = ${building.communityId}
  and k.id = ${building.compoundId})`;
/** A building by its name; with its compound before it where another compound has one of the same name. */
const named = sql<string>`case when ${twin} then ${ofCompound} || ' ' || ${building.name} else ${building.name} end`;
/** The same as a form posts it: `14`, or `二区/14`. */
const posted = sql<string>`case when ${twin} then ${ofCompound} || '/' || ${building.name} else ${building.name} end`;

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

/** What a file would do: units new, changed and the same; whether this very file has been imported. Writes nothing. */
export const registerPlan = query({
  name: 'register.plan',
  allow: (who) => mayImport(who) !== null,
  read: async ({ db, communityId, community: home }, file: { hash: string; rows: readonly RegisterRow[] }) => {
    const buildings = await db
      .select({ compound: compound.name, building: building.name })
      .from(building)
      .innerJoin(compound, and(eq(compound.communityId, building.communityId), eq(compound.id, building.compoundId)))
      .where(eq(building.communityId, communityId))
      .orderBy(building.compoundId);
    const placed = withCompounds(file.rows, buildings, home.nameZh);
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
        from jsonb_to_recordset(${JSON.stringify(placed.rows)}::jsonb)
          as r(compound text, building text, entrance int, door text, area int, status text)
        left join known on known.compound = r.compound
          and known.building = r.building and known.no = r.entrance and known.door = r.door`);
    const counts = rows[0] ?? { added: 0, changed: 0, same: 0 };
    return { imported: before !== undefined, unclear: placed.unclear, ...counts };
  },
});

const place = { building: named, entrance: entrance.no, door: unit.door };

const joinsOf = (db: Database, communityId: number) =>
  db
    .select({
      id: joinRequest.id,
      ...place,
      personId: joinRequest.personId,
      name: person.name,
      phone: person.phone,
      note: joinRequest.note,
      at: joinRequest.requestedAt,
      registered: sql<boolean>`exists (select 1 from ownership o where o.community_id = ${joinRequest.communityId}
        and o.unit_id = ${unit.id} and (o.person_id = ${person.id} or translate(o.owner_name, ${DOTS.typed}, ${DOTS.one})
          = translate(${person.name}, ${DOTS.typed}, ${DOTS.one})))`,
    })
    .from(joinRequest)
    .innerJoin(person, eq(person.id, joinRequest.personId))
    .innerJoin(household, and(eq(household.communityId, communityId), eq(household.id, joinRequest.householdId)))
    .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)));

/** Open requests to join: all for a social worker, their own entrances' for a captain; oldest first, at most 100. */
export const joinRequests = query({
  name: 'join.requests',
  allow: maySeeJoins,
  read: async ({ db, communityId, now, who }) => {
    if (who.kind !== 'person') return undefined;
    const all = who.grants.some((grant) => grant.role === 'social-worker');
    const own = who.grants.flatMap((grant) => (grant.role === 'captain' && grant.entranceId ? [grant.entranceId] : []));
    const rows = await joinsOf(db, communityId)
      .where(
        and(
          eq(joinRequest.communityId, communityId),
          eq(joinRequest.state, 'requested'),
          all ? undefined : inArray(household.entranceId, own),
        ),
      )
      .orderBy(asc(joinRequest.id))
      .limit(100);
    const staff = await db
      .selectDistinct({ personId: person.id, name: person.name })
      .from(grants)
      .innerJoin(person, eq(person.id, grants.personId))
      .where(and(eq(grants.communityId, communityId), or(isNull(grants.to), gt(grants.to, now))));
    const open = rows.map(({ personId, ...row }) => ({
      ...row,
      /** Somebody in office whose name looks the same. */
      alike:
        lookalikeOf(
          row.name ?? '',
          staff.filter((one) => one.personId !== personId),
        )?.name ?? null,
      mine: personId === who.personId,
    }));
    return { open };
  },
});
export type JoinView = NonNullable<Awaited<ReturnType<typeof joinRequests>>>['open'][number];

/** Who holds what here, who has held it, the terms; and the entrances a captain can be given. */
export const grantsPage = query({
  name: 'grants.page',
  allow: maySeeGrants,
  read: async ({ db, communityId, now, who }) => {
    const rows = await db
      .select({
        id: grants.id,
        role: grants.role,
        name: person.name,
        personId: grants.personId,
        building: sql<string | null>`case when ${building.id} is null then null else ${named} end`,
        entrance: entrance.no,
        from: grants.from,
        to: grants.to,
        current: sql<boolean>`${grants.to} is null or ${grants.to} > ${now.toISOString()}::timestamptz`,
      })
      .from(grants)
      .innerJoin(person, eq(person.id, grants.personId))
      .leftJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, grants.entranceId)))
      .leftJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
      .where(eq(grants.communityId, communityId))
      .orderBy(asc(grants.role), asc(grants.id))
      .limit(500);
    const terms = await db
      .select({ id: term.id, name: person.name, cohort: term.cohort, post: term.post, from: term.from, to: term.to })
      .from(term)
      .innerJoin(person, eq(person.id, term.personId))
      .where(eq(term.communityId, communityId))
      .orderBy(desc(term.from));
    const entrances = await db
      .select({ id: entrance.id, no: entrance.no, building: named })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
      .where(eq(entrance.communityId, communityId))
      .orderBy(sql`length(${building.name})`, building.name, building.compoundId, entrance.no);
    const secretary = who.kind === 'person' && who.grants.some((grant) => grant.role === 'party-secretary');
    const me = who.kind === 'person' ? who.personId : null;
    const held = rows.map(({ personId, role: named, ...row }) => {
      const role = named as Role;
      return { ...row, role, mine: personId === me, closable: mayHandOver(who, { personId, role }) !== null };
    });
    return { grants: held, terms, entrances, secretary };
  },
});
export type GrantView = NonNullable<Awaited<ReturnType<typeof grantsPage>>>['grants'][number];

/** Where I live, what I have asked for, and the communities I could ask in. */
export const myHouseholds = personQuery({
  name: 'people.mine',
  read: async ({ db, personId }) => {
    const [me] = await db.select({ name: person.name }).from(person).where(eq(person.id, personId));
    const home = { ...place, slug: community.slug, nameZh: community.nameZh, nameEn: community.nameEn };
    const homes = await db
      .select({ ...home, from: residency.from })
      .from(residency)
      .innerJoin(community, eq(community.id, residency.communityId))
      .innerJoin(household, and(eq(household.communityId, community.id), eq(household.id, residency.householdId)))
      .innerJoin(unit, and(eq(unit.communityId, community.id), eq(unit.id, household.unitId)))
      .innerJoin(entrance, and(eq(entrance.communityId, community.id), eq(entrance.id, household.entranceId)))
      .innerJoin(building, and(eq(building.communityId, community.id), eq(building.id, household.buildingId)))
      .where(and(eq(residency.personId, personId), isNull(residency.to)))
      .orderBy(asc(residency.id));
    const requests = await db
      .select({ ...home, state: joinRequest.state, reason: joinRequest.reason, at: joinRequest.requestedAt })
      .from(joinRequest)
      .innerJoin(community, eq(community.id, joinRequest.communityId))
      .innerJoin(household, and(eq(household.communityId, community.id), eq(household.id, joinRequest.householdId)))
      .innerJoin(unit, and(eq(unit.communityId, community.id), eq(unit.id, household.unitId)))
      .innerJoin(entrance, and(eq(entrance.communityId, community.id), eq(entrance.id, household.entranceId)))
      .innerJoin(building, and(eq(building.communityId, community.id), eq(building.id, household.buildingId)))
      .where(
        and(
          eq(joinRequest.personId, personId),
          or(eq(joinRequest.state, 'requested'), eq(joinRequest.state, 'refused')),
        ),
      )
      .orderBy(desc(joinRequest.id))
      .limit(10);
    const communities = await db
      .select({ slug: community.slug, nameZh: community.nameZh, nameEn: community.nameEn })
      .from(community)
      .orderBy(asc(community.id))
      .limit(50);
    return { name: me?.name ?? null, homes, requests, communities };
  },
});

/** What a claim of a household here chooses from: read by whoever is signed in, who may not live anywhere yet. */
export const placeToJoin = query({
  name: 'people.place_to_join',
  allow: (who) => who.kind === 'person',
  read: async ({ db, community: { slug, nameZh, nameEn }, communityId }, _: Record<never, never>) => {
    const buildings = await db
      .select({ value: posted, label: named })
      .from(building)
      .where(eq(building.communityId, communityId))
      .orderBy(sql`length(${building.name})`, building.name, building.compoundId);
    return { slug, nameZh, nameEn, buildings };
  },
});
export type PlaceToJoin = NonNullable<Awaited<ReturnType<typeof placeToJoin>>>;

/** Whether somebody lives in a community; if not, what has become of the last household they said was theirs. */
export const myPlace = query({
  name: 'people.place',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, _: Record<never, never>) => {
    if (who.kind !== 'person') return undefined;
    if (who.households.length > 0) return { lives: true, claim: null };
    const [claim] = await db
      .select({ ...place, state: joinRequest.state, reason: joinRequest.reason, at: joinRequest.requestedAt })
      .from(joinRequest)
      .innerJoin(household, and(eq(household.communityId, communityId), eq(household.id, joinRequest.householdId)))
      .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
      .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)))
      .where(
        and(
          eq(joinRequest.communityId, communityId),
          eq(joinRequest.personId, who.personId),
          inArray(joinRequest.state, ['requested', 'refused']),
        ),
      )
      .orderBy(desc(joinRequest.id))
      .limit(1);
    return { lives: false, claim: claim ?? null };
  },
});
export type MyPlace = NonNullable<Awaited<ReturnType<typeof myPlace>>>;
