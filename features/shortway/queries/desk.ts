import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { building, entrance, household } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { shortObjection, shortWay } from '@/db/schema/shortway';
import { mayReadOpinions } from '@/features/opinions/policy';
import { mayReadDesk } from '@/features/proposals/policy';
import { askedOf } from '@/features/proposals/queries';
import { query } from '@/lib/query';
import { shortFacts } from '../facts';

/** What the acts of a small thing are asked about. */
export const askedShort = askedOf('short.desk', shortFacts);

/** What small things may cost, and who asks. */
export const limitSet = query({
  name: 'short.limit',
  allow: (who, _: Record<never, never>) => mayReadDesk(who),
  read: async ({ community: { shortLimit }, who, now }) => ({ facts: { limit: shortLimit }, who, now }),
});

/** Every entrance, as the buildings stand. */
export const entrancesHere = query({
  name: 'short.entrances',
  allow: (who, _: Record<never, never>) => mayReadDesk(who),
  read: ({ db, communityId }) =>
    db
      .select({ id: entrance.id, no: entrance.no, building: building.name })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, entrance.communityId), eq(building.id, entrance.buildingId)))
      .where(eq(entrance.communityId, communityId))
      .orderBy(sql`length(${building.name})`, building.name, asc(entrance.no)),
});

/** For whoever names the groups: the reason that turned it into the full way, and at which entrance it was given. */
export const reasonOf = query({
  name: 'short.reason',
  allow: (who, _: { no: number }) => mayReadOpinions(who),
  read: async ({ db, communityId }, { no }) => {
    const [said] = await db
      .select({
        words: shortObjection.words,
        at: shortObjection.at,
        building: building.name,
        entrance: entrance.no,
      })
      .from(shortObjection)
      .innerJoin(
        shortWay,
        and(eq(shortWay.communityId, shortObjection.communityId), eq(shortWay.id, shortObjection.shortId)),
      )
      .innerJoin(proposal, and(eq(proposal.communityId, shortWay.communityId), eq(proposal.id, shortWay.proposalId)))
      .innerJoin(
        household,
        and(eq(household.communityId, shortObjection.communityId), eq(household.id, shortObjection.householdId)),
      )
      .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
      .where(and(eq(shortObjection.communityId, communityId), eq(proposal.no, no)))
      .orderBy(desc(shortObjection.id))
      .limit(1);
    return said;
  },
});

/** What was said when a small thing was asked about, for whoever decides how it goes on. */
export const answeredSo = query({
  name: 'short.answered',
  allow: (who, _: { no: number }) => mayReadOpinions(who),
  read: async ({ db, communityId }, { no }) => {
    const [said] = await db
      .select({ words: shortWay.answerWords })
      .from(shortWay)
      .innerJoin(proposal, and(eq(proposal.communityId, shortWay.communityId), eq(proposal.id, shortWay.proposalId)))
      .where(and(eq(shortWay.communityId, communityId), eq(proposal.no, no), isNotNull(shortWay.answeredAt)))
      .orderBy(desc(shortWay.id))
      .limit(1);
    return said;
  },
});
