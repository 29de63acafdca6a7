import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { grants, person } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { electorate, round } from '@/db/schema/rounds';
import { isHeard } from '@/features/rounds/facts';
import { whyNot } from '@/lib/act';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { recordOpinion } from '../acts';
import { metAbout } from '../facts';
import { mayGoRound } from '../policy';
import { doorsToTry, lastProof } from '../rules';
import { atMyDoors, doorsOf } from './door';
import { roundOf } from './round';

/** Whoever may be a witness: those who hold an office of the community that goes from door to door, but for oneself. */
const witnesses = ({ db, communityId, now }: Scope, own: number) =>
  db
    .selectDistinct({ id: person.id, name: sql<string>`coalesce(${person.name}, '')`.as('name') })
    .from(grants)
    .innerJoin(person, eq(person.id, grants.personId))
    .where(
      and(
        eq(grants.communityId, communityId),
        ne(grants.personId, own),
        sql`${grants.from} <= ${now.toISOString()}::timestamptz`,
        sql`(${grants.to} is null or ${grants.to} > ${now.toISOString()}::timestamptz)`,
        inArray(grants.role, ['captain', 'social-worker']),
      ),
    )
    .limit(50);

/** Rounds under way in which these households have not been heard yet, besides one. */
const otherRounds = (scope: Scope, households: number[], roundId = 0) => {
  const { db, communityId, now } = scope;
  return db
    .select({
      household: electorate.householdId,
      round: round.no,
      k: round.k,
      title: proposal.title,
      version: round.planVersion,
    })
    .from(electorate)
    .innerJoin(round, and(eq(round.communityId, electorate.communityId), eq(round.id, electorate.roundId)))
    .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
    .where(
      and(
        eq(electorate.communityId, communityId),
        inArray(electorate.householdId, households),
        atMyDoors(scope),
        ne(electorate.roundId, roundId),
        eq(round.state, 'open'),
        sql`${round.opensAt} <= ${now.toISOString()}::timestamptz and ${round.closesAt} > ${now.toISOString()}::timestamptz`,
        sql`not ${isHeard(sql`${electorate}`)}`,
      ),
    )
    .orderBy(asc(round.no));
};

interface Else {
  [column: string]: unknown;
  witnesses: Awaited<ReturnType<typeof witnesses>>;
  /** The meeting at which it spoke, or may have. */
  met: { no: number } | null;
  others: { household_id: number; no: number; k: number; title: string; plan_version: number }[];
}

/** Both in one statement: the page is at its twelfth. */
async function whoAndWhatElse(scope: Scope, own: number, householdId: number, roundId: number) {
  const { rows } = await scope.db.execute<Else>(sql`select
    (select coalesce(json_agg(w), '[]') from (${witnesses(scope, own)}) w) as witnesses,
    (select ${metAbout(roundId)} from household where household.community_id = ${scope.communityId}
      and household.id = ${householdId}) as met,
    (select coalesce(json_agg(o), '[]') from (${otherRounds(scope, [householdId], roundId)}) o) as others`);
  const { witnesses: people = [], others = [], met = null } = rows[0] ?? {};
  return {
    met,
    witnesses: people,
    others: others.map(({ household_id, no, plan_version, ...one }) => ({
      ...one,
      household: household_id,
      round: no,
      version: plan_version,
    })),
  };
}

/** What else these households are asked while somebody is at their doors. */
export const roundsToo = query({
  name: 'door.rounds_too',
  allow: (who) => mayGoRound(who),
  read: async (scope, { households }: { households: number[] }) =>
    households.length > 0 ? otherRounds(scope, households) : [],
});

/** One door: what stands for it, how the last one was proved, where to go next, and what else its household is asked. */
export const doorHousehold = query({
  name: 'door.household',
  allow: (who) => mayGoRound(who),
  read: async (scope, { no, household: wanted }: { no: number; household: number }) => {
    const { now, who } = scope;
    const about = await roundOf(scope, no);
    const doors = about ? await doorsOf(scope, about.id, null) : [];
    const door = doors.find((one) => one.household === wanted);
    if (!about || !door) return undefined;
    const own = who.kind === 'person' ? who : null;
    const lives = own?.households.some((home) => home.householdId === wanted) ?? false;
    const voter = { householdId: wanted, entranceId: door.entranceId };
    const neighbours = doors.filter((one) => one.entranceId === door.entranceId);
    const said = doors.flatMap((one) => one.said);
    return {
      ...about,
      door,
      /** Why nothing can be written down here now; null when it can. */
      blocked: whyNot(recordOpinion, { facts: { ...about.of, ...voter, own: lives }, who, now }),
      neighbours,
      toTry: doorsToTry(neighbours, neighbours.indexOf(door)),
      lastProof: lastProof(said, own?.personId ?? 0, now),
      ...(await whoAndWhatElse(scope, own?.personId ?? 0, wanted, about.id)),
    };
  },
});
