import { and, asc, eq, inArray, not, sql } from 'drizzle-orm';
import { opinion, visit } from '@/db/schema/opinions';
import { building, entrance, household, person, unit } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { electorate, round } from '@/db/schema/rounds';
import { wantsNoVisits } from '@/features/people/facts';
import { isDisowned } from '@/features/proposals/facts';
import { coverageOf } from '@/features/rounds/moves';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { isOpen } from '@/features/rounds/rules/window';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { whySilent } from '../acts';
import { entrancesOf, mayGoRound } from '../policy';
import type { DoorState } from '../rules';
import { roundOf, saidBy } from './round';

const mine = (who: Scope['who']) => {
  const own = entrancesOf(who);
  return own === 'all' ? undefined : inArray(household.entranceId, own ?? []);
};

/** The same as an array of households, so that the way begins at them and not at everybody who could be asked. */
export const atMyDoors = ({ db, communityId, who }: Scope) => {
  const own = entrancesOf(who);
  const homes = db
    .select({ id: household.id })
    .from(household)
    .where(and(eq(household.communityId, communityId), mine(who)));
  return own === 'all' ? undefined : sql`${electorate.householdId} = any (array(${homes}))`;
};

/** Rounds a captain or social worker goes round for, with how far each entrance has come. */
export const doorRounds = query({
  name: 'door.rounds',
  allow: (who) => mayGoRound(who),
  read: async (scope) => {
    const { db, communityId, now } = scope;
    const rounds = await db
      .select({
        id: round.id,
        round: round.no,
        k: round.k,
        version: round.planVersion,
        title: proposal.title,
        opensAt: round.opensAt,
        closesAt: round.closesAt,
      })
      .from(round)
      .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
      .where(and(eq(round.communityId, communityId), eq(round.state, 'open')))
      .orderBy(asc(round.no));
    if (rounds.length === 0) return [];
    const entrances = await coverageOf(
      db,
      communityId,
      rounds.map((one) => one.id),
      atMyDoors(scope),
    );
    return rounds.flatMap(({ id, ...one }) =>
      entrances
        .filter((row) => row.roundId === id)
        .map(({ roundId, ...row }) => ({ ...one, ...row, open: isOpen(one, now) })),
    );
  },
});

/** The doors of a round, of one entrance or of all that somebody goes round, with what was said and tried there. */
export async function doorsOf(scope: Scope, roundId: number, entranceId: number | null) {
  const { db, communityId } = scope;
  const doors = await db
    .select({
      household: household.id,
      entranceId: entrance.id,
      building: building.name,
      entrance: entrance.no,
      door: unit.door,
      asked: electorate.asked,
      quiet: wantsNoVisits(),
      standing: opinion.stance,
    })
    .from(electorate)
    .innerJoin(
      household,
      and(eq(household.communityId, electorate.communityId), eq(household.id, electorate.householdId)),
    )
    .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
    .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
    .leftJoin(
      opinion,
      and(
        ...[eq(opinion.communityId, electorate.communityId), eq(opinion.id, electorate.standingOpinionId)],
        not(isDisowned()),
      ),
    )
    .where(
      and(
        eq(electorate.communityId, communityId),
        eq(electorate.roundId, roundId),
        atMyDoors(scope),
        entranceId === null ? undefined : eq(household.entranceId, entranceId),
      ),
    )
    .orderBy(sql`length(${building.name})`, building.name, entrance.no, sql`length(${unit.door})`, unit.door);
  const here = doors.map((one) => one.household);
  const chains = byHousehold(here.length > 0 ? await saidBy(scope, roundId, here) : []);
  const visits = await db
    .select({ household: visit.householdId, outcome: visit.outcome, at: visit.at, by: person.name })
    .from(visit)
    .leftJoin(person, eq(person.id, visit.visitorId))
    .where(and(eq(visit.communityId, communityId), eq(visit.roundId, roundId)))
    .orderBy(asc(visit.id));
  return doors.map((one) => {
    const tries = visits.filter((each) => each.household === one.household);
    const said = chains.get(one.household) ?? [];
    const current = currentOpinion(said);
    const outcome = tries.some((each) => each.outcome === 'refused') ? 'refused' : 'not_home';
    const state: DoorState = current?.stance ?? one.standing ?? (tries.length > 0 ? outcome : 'not_tried');
    return { ...one, state, carried: !current && one.standing !== null, current, said, visits: tries };
  });
}

/** The doors of a round this person goes round, of one entrance or of all of theirs. */
export const doorRound = query({
  name: 'door.round',
  allow: (who) => mayGoRound(who),
  read: async (scope, { no, entrance: wanted }: { no: number; entrance: number | null }) => {
    const about = await roundOf(scope, no);
    const doors = about ? await doorsOf(scope, about.id, wanted) : [];
    return about && doors.length > 0 ? { ...about, doors, silent: whySilent(about.of, scope.now) } : undefined;
  },
});
