import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { building, entrance, grants, household, person, unit } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { notice } from '@/db/schema/signoff';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { wantsNoVisits } from '@/features/people/facts';
import { knownOf } from '@/features/proposals/moves';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { showing } from '@/lib/shown';
import { whyOver } from '../acts';
import { signoffFacts } from '../facts';
import { hangingShown } from '../input';

/** Notices that hang now, for whoever goes round. */
export const doorNotices = query({
  name: 'notice.door_list',
  allow: (who, _: Record<never, never>) => mayGoRound(who),
  read: async ({ db, communityId, now }) =>
    db
      .select({ no: proposal.no, title: proposal.title, to: notice.to })
      .from(notice)
      .innerJoin(proposal, and(eq(proposal.communityId, notice.communityId), eq(proposal.id, notice.proposalId)))
      .where(
        and(
          ...[eq(notice.communityId, communityId), eq(notice.state, 'running'), isNotNull(proposal.no)],
          gt(notice.to, now),
        ),
      )
      .orderBy(asc(notice.to)),
});

/**
 * The entrances whoever asks goes round; of the chosen one its households but their own, and who may have been present there.
 */
export async function doorsOf({ db, communityId, now, who }: Scope, chosen: number | undefined) {
  const mine = entrancesOf(who) ?? [];
  const entrances = await db
    .select({ id: entrance.id, no: entrance.no, building: building.name })
    .from(entrance)
    .innerJoin(building, and(eq(building.communityId, entrance.communityId), eq(building.id, entrance.buildingId)))
    .where(and(eq(entrance.communityId, communityId), mine === 'all' ? undefined : inArray(entrance.id, mine)))
    .orderBy(sql`length(${building.name})`, building.name, building.compoundId, entrance.no);
  const here = entrances.find((one) => one.id === chosen);
  const own = who.kind === 'person' ? who : null;
  const homes = here
    ? await db
        .select({ household: household.id, door: unit.door, quiet: wantsNoVisits() })
        .from(household)
        .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
        .where(and(eq(household.communityId, communityId), eq(household.entranceId, here.id)))
        .orderBy(sql`length(${unit.door})`, unit.door)
    : [];
  const witnesses = here
    ? await db
        .selectDistinct({ id: person.id, name: person.name })
        .from(grants)
        .innerJoin(person, eq(person.id, grants.personId))
        .where(
          and(
            ...[eq(grants.communityId, communityId), ne(grants.personId, own?.personId ?? 0), lte(grants.from, now)],
            or(isNull(grants.to), gt(grants.to, now)),
            inArray(grants.role, ['captain', 'social-worker']),
          ),
        )
        .limit(50)
    : [];
  const ownHomes = own?.households.map((home) => home.householdId) ?? [];
  return {
    entrances,
    here,
    homes: homes.filter((one) => !ownHomes.includes(one.household)),
    witnesses: witnesses.map((one) => ({ id: one.id, name: one.name ?? '' })),
  };
}

/** A notice at the doors of one's entrances; with `entrance`, its households and who may have been present. */
export const doorNotice = query({
  name: 'notice.door',
  allow: (who, _: { no: number; entrance?: number }) => mayGoRound(who),
  read: async (scope, { no, entrance: chosen }) => {
    const facts = await knownOf(scope, no, signoffFacts);
    if (!facts?.notice) return undefined;
    const { title, notice: hung } = facts;
    return {
      no,
      title,
      to: hung.to,
      shown: showing(hangingShown(hung)),
      running: whyOver({ notice: hung }, scope.now) === null,
      ...(await doorsOf(scope, chosen)),
    };
  },
});
