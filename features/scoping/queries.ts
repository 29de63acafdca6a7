import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { building, entrance, grants, person } from '@/db/schema/people';
import { affectedGroup, groupPlace, proposal } from '@/db/schema/proposals';
import { query } from '@/lib/gate';
import { maySeeScoping } from './policy';
import { entrancesOf, type Place } from './rules';

/** What the forms of scoping offer: places to make groups of, entrances nobody knocks at, and who could stand in. */
export const scopingChoices = query({
  name: 'scoping.choices',
  allow: (who) => maySeeScoping(who),
  read: async ({ db, communityId, community, now }, { no }: { no: number }) => {
    const doors = await db
      .select({ id: entrance.id, no: entrance.no, buildingId: entrance.buildingId, building: building.name })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, entrance.communityId), eq(building.id, entrance.buildingId)))
      .where(eq(entrance.communityId, communityId))
      .orderBy(sql`length(${building.name})`, building.name, asc(entrance.no));
    const held = await db
      .select({ personId: grants.personId, role: grants.role, entranceId: grants.entranceId, name: person.name })
      .from(grants)
      .innerJoin(person, eq(person.id, grants.personId))
      .where(
        and(
          eq(grants.communityId, communityId),
          inArray(grants.role, ['captain', 'social-worker']),
          lte(grants.from, now),
          or(isNull(grants.to), gt(grants.to, now)),
        ),
      )
      .orderBy(asc(grants.id));
    const places = await db
      .select({ buildingId: groupPlace.buildingId, entranceId: groupPlace.entranceId })
      .from(groupPlace)
      .innerJoin(
        affectedGroup,
        and(eq(affectedGroup.communityId, groupPlace.communityId), eq(affectedGroup.id, groupPlace.groupId)),
      )
      .innerJoin(
        proposal,
        and(eq(proposal.communityId, affectedGroup.communityId), eq(proposal.id, affectedGroup.proposalId)),
      )
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)));
    const named = places.map(
      (place): Place => (place.entranceId === null ? { building: place.buildingId } : { entrance: place.entranceId }),
    );
    const captained = new Set(held.filter((one) => one.entranceId !== null).map((one) => one.entranceId));
    const workers = held.filter((one) => one.role === 'social-worker');
    return {
      doors,
      uncovered: entrancesOf(named, doors).filter((id) => !captained.has(id)).length,
      standIns: [...new Map(workers.map((one) => [one.personId, one.name ?? ''])).entries()].map(([id, name]) => ({
        id,
        name,
      })),
      rule: community.settings,
    };
  },
});
