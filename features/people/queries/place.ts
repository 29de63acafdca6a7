import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { building, community, entrance, household, joinRequest, person, residency, unit } from '@/db/schema/people';
import { personQuery, query } from '@/lib/query';
import { buildingNamed } from '../facts';

export const named = buildingNamed('building');
/** The same as a form posts it: `14`, or `二区/14`. */
const posted = buildingNamed('building', '/');

/** Where a household is, as people say it. */
export const place = { building: named, entrance: entrance.no, door: unit.door };

/** Where I live, what I have asked for, and the communities I could ask in: first those where somebody answers. */
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
      .orderBy(asc(eq(community.telephone, '')), asc(community.id))
      .limit(1000);
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
