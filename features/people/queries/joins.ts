import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { building, entrance, grants, household, joinRequest, person, unit } from '@/db/schema/people';
import type { Database } from '@/lib/gate';
import { lookalikeOf } from '@/lib/lookalike';
import { DOTS } from '@/lib/names';
import { query } from '@/lib/query';
import { claimWaits } from '../facts';
import { nameGiven, ownsIt } from '../moves';
import { maySeeJoins } from '../policy';

import { place } from './place';

const joinsOf = (db: Database, communityId: number) =>
  db
    .select({
      id: joinRequest.id,
      ...place,
      personId: joinRequest.personId,
      name: nameGiven,
      /** What the account is called, where that is another name. */
      called: sql<string | null>`nullif(${person.name}, ${nameGiven})`,
      phone: person.phone,
      note: joinRequest.note,
      at: joinRequest.requestedAt,
      proven: ownsIt,
      registered: sql<boolean>`exists (select 1 from ownership o where o.community_id = ${joinRequest.communityId}
        and o.unit_id = ${unit.id} and (o.person_id = ${person.id} or translate(o.owner_name, ${DOTS.typed}, ${DOTS.one})
          = translate(${nameGiven}, ${DOTS.typed}, ${DOTS.one})))`,
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
          claimWaits(sql`${joinRequest}`),
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
    const open = rows.map(({ personId, proven, ...row }) => ({
      ...row,
      /** A captain alone does not let in whom the register does not prove. */
      byWorker: !all && !proven,
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
