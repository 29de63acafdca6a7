import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { accountEvent, session } from '@/db/schema/account';
import { officeGrant } from '@/db/schema/offices';
import {
  building,
  community,
  district,
  entrance,
  grants,
  household,
  person,
  residency,
  unit,
} from '@/db/schema/people';
import { rooms } from '@/features/rooms';
import type { Locale } from '@/lib/edition';
import type { Database } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { openQuery, personQuery } from '@/lib/query';
import type { WaitsFor } from '@/lib/site';

export interface SessionView {
  id: string;
  since: Date;
  until: Date;
}

export const mySessions = personQuery({
  name: 'account.sessions',
  read: ({ db, now, personId }): Promise<SessionView[]> =>
    db
      .select({ id: session.id, since: session.createdAt, until: session.expiresAt })
      .from(session)
      .where(and(eq(session.personId, personId), isNull(session.revokedAt), gt(session.expiresAt, now)))
      .orderBy(desc(session.createdAt))
      .limit(50),
});

const homesOf = (db: Database, personId: number) =>
  db
    .select({
      slug: community.slug,
      nameZh: community.nameZh,
      nameEn: community.nameEn,
      building: building.name,
      entrance: entrance.no,
      door: unit.door,
      from: residency.from,
      to: residency.to,
    })
    .from(residency)
    .innerJoin(community, eq(community.id, residency.communityId))
    .innerJoin(household, and(eq(household.communityId, community.id), eq(household.id, residency.householdId)))
    .innerJoin(unit, and(eq(unit.communityId, community.id), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, community.id), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, community.id), eq(building.id, household.buildingId)))
    .where(eq(residency.personId, personId))
    .orderBy(asc(residency.id));

/** By what name the page calls whoever is signed in. */
export const whoAmI = personQuery({
  name: 'account.who',
  read: async ({ db, personId }, demonstration: string) => {
    const [who] = await db
      .select({
        name: person.name,
        phone: person.phone,
        /** What that community waits for, where it is one of invented people. */
        waitsFor: sql<WaitsFor | null>`(select waits_for(c.id) from community c
          where c.slug = ${demonstration} and c.invented)`,
        /** Where they live or hold an office. */
        places: sql<{ slug: string; zh: string; en: string; telephone: string }[]>`coalesce((select
          json_agg(json_build_object('slug', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'telephone', c.telephone) order by c.id) from community c
          where exists (select 1 from residency r where r.community_id = c.id and r.person_id = ${personId} and r.to_at is null)
            or exists (select 1 from grants g where g.community_id = c.id and g.person_id = ${personId}
              and (g.to_at is null or g.to_at > moment()))), '[]'::json)`,
      })
      .from(person)
      .where(eq(person.id, personId));
    return who;
  },
});

/** What the page of my data shows: who I am here, where I live, what happened to my account lately. */
export const myData = personQuery({
  name: 'account.data',
  read: async ({ db, personId }) => {
    const [who] = await db
      .select({ name: person.name, phone: person.phone })
      .from(person)
      .where(eq(person.id, personId));
    const homes = await homesOf(db, personId);
    const events = await db
      .select({ kind: accountEvent.kind, at: accountEvent.at })
      .from(accountEvent)
      .where(eq(accountEvent.personId, personId))
      .orderBy(desc(accountEvent.id))
      .limit(20);
    return {
      name: who?.name ?? null,
      phone: who?.phone ?? null,
      homes: homes.filter((home) => home.to === null),
      events,
    };
  },
});

/** Rows as JSON, in the order of the statement. */
async function listed(db: Database, statement: SQL): Promise<Record<string, Json>[]> {
  const { rows } = await db.execute<{ view: Record<string, Json> }>(statement);
  return rows.map((row) => row.view);
}

/**
 * Everything kept about one person, for them to take away (Personal Information Protection Law art. 45): `exportedAt`,
 * `person`, and of each room the rows it gives, by their name.
 */
export const exportOfMe = personQuery({
  name: 'account.export',
  read: async ({ db, now, personId }) => {
    const [who] = await listed(
      db,
      sql`select json_build_object('name', name, 'phone', phone, 'since', created_at) as view
        from person where id = ${personId}`,
    );
    const found: Record<string, Json> = { exportedAt: now.toISOString(), person: who ?? null };
    for (const room of rooms)
      for (const [name, { rows }] of Object.entries(room.personal?.exported ?? {}))
        found[name] = await listed(db, rows(personId));
    return found;
  },
});

/** When the data of whoever has asked for it is deleted; null: they have not. */
export const leavingOf = personQuery({
  name: 'account.leaving',
  read: async ({ db, personId }, _: undefined) => {
    const [row] = await db
      .select({ at: person.erasesAt })
      .from(person)
      .where(and(eq(person.id, personId), isNull(person.erasedAt)));
    return row?.at ?? null;
  },
});

/** Whether it is an identity of a demonstration, whose place is taken again. */
export const isIdentity = personQuery({
  name: 'account.is_identity',
  read: async ({ db, personId }, _: undefined) => {
    const [row] = await db.select({ identity: person.demonstration }).from(person).where(eq(person.id, personId));
    return (row?.identity ?? null) !== null;
  },
});

/** Why something of what is kept about people stays when it is deleted, each reason once, as the rooms say it. */
export const whyKept = (locale: Locale): string[] => [
  ...new Set(rooms.flatMap(({ personal }) => (personal?.kept ?? []).map(([why]) => why[locale]))),
];

/** The demonstration identities of this installation, in the order they were made. */
export const identities = openQuery({
  name: 'account.identities',
  read: async ({ db }, _: undefined) => {
    const rows = await db
      .select({ identity: person.demonstration })
      .from(person)
      .where(and(isNotNull(person.demonstration), isNull(person.erasedAt)))
      .orderBy(sql`${person.id}`)
      .limit(40);
    return rows.map((row) => row.identity ?? '');
  },
});

/** The person of a phone number, for whoever holds the server. */
export const personByPhone = openQuery({
  name: 'account.by_phone',
  read: async ({ db }, phone: string) => {
    const [row] = await db.select({ id: person.id }).from(person).where(eq(person.phone, phone));
    return row?.id ?? null;
  },
});

/** Where work is, the first of them that somebody holds: an office for one whole community, one above communities, an entrance. */
const WORK = ['desk', 'office', 'desk_too', 'door'] as const;

/** Where this person's work is; undefined where they hold none. What the district does in a community stands behind its own desk. */
export const workplaceOf = personQuery({
  name: 'account.workplace',
  read: async ({ db, now, personId }, _: undefined) => {
    const at = sql<
      (typeof WORK)[number]
    >`case ${grants.role} when 'captain' then 'door' when 'district' then 'desk_too' else 'desk' end`;
    const held = await db
      .selectDistinct({ at, slug: community.slug })
      .from(grants)
      .innerJoin(community, eq(community.id, grants.communityId))
      .where(and(eq(grants.personId, personId), lte(grants.from, now), or(isNull(grants.to), gt(grants.to, now))))
      .orderBy(at, asc(community.slug))
      .limit(1_000);
    const above = await db
      .select({ at: sql<'office'>`'office'`, slug: sql<string>`${district.slug}` })
      .from(officeGrant)
      .innerJoin(district, eq(district.id, officeGrant.districtId))
      .where(
        and(
          ...[eq(officeGrant.personId, personId), lte(officeGrant.from, now), isNotNull(district.slug)],
          or(isNull(officeGrant.to), gt(officeGrant.to, now)),
        ),
      )
      .orderBy(asc(district.slug))
      .limit(1);
    const all = [...held, ...above];
    return WORK.flatMap((place) => all.find((one) => one.at === place) ?? [])[0];
  },
});
