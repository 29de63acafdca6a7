import { and, asc, count, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { disowned, opinion } from '@/db/schema/opinions';
import { building, entrance, household } from '@/db/schema/people';
import { proposalEvent } from '@/db/schema/proposals';
import { electorate, round } from '@/db/schema/rounds';
import { isDisowned } from '@/features/proposals/facts';
import { knownOf, lockKnown, lockProposalById } from '@/features/proposals/moves';
import type { Database, Scope } from '@/lib/gate';
import { type Told, tellRounds } from '@/lib/telling';
import { isHeard, ofTerm, roundFacts } from './facts';
import { roundStood } from './rules';
import { extensionsHeld } from './rules/window';

type RoundRow = typeof round.$inferSelect;

export const ofRound = (row: RoundRow) => and(eq(round.communityId, row.communityId), eq(round.id, row.id));

/** Besides the round itself: its proposal, and the lists on which both stand. */
export const changedWith = (proposal: number | null) => [`proposal/${proposal}`, 'rounds', 'proposals'];

/** Households that were asked in it. */
export async function askedIn(db: Database, { communityId, id }: RoundRow): Promise<number[]> {
  const asked = await db
    .select({ household: electorate.householdId })
    .from(electorate)
    .where(and(eq(electorate.communityId, communityId), eq(electorate.roundId, id), eq(electorate.asked, true)));
  return asked.map(({ household }) => household);
}

/** The job that counts it when its time is over. */
export const closing = (slug: string, { communityId, no }: { communityId: number; no: number }, runAt: Date) => ({
  task: 'round.close',
  payload: { community: slug, round: no },
  runAt,
  key: `round.close:${communityId}:${no}`,
});

export const lockRounds = (scope: Scope, input: { proposal: number }) => lockKnown(scope, input.proposal, roundFacts);

/** A round of this number: its proposal locked first, then the round itself. */
export async function lockRound(scope: Scope, input: { round: number }) {
  const { db, communityId } = scope;
  const here = and(eq(round.communityId, communityId), eq(round.no, input.round));
  const [found] = await db.select({ proposalId: round.proposalId }).from(round).where(here);
  const row = found && (await lockProposalById(db, communityId, found.proposalId));
  const [locked] = row ? await db.select().from(round).where(here).for('update') : [];
  const facts = row && locked && (await knownOf(scope, row.no ?? 0, ofTerm));
  return facts && { ...facts, row, round: locked };
}

/** The same with its extensions. */
export async function lockExtended(scope: Scope, input: { round: number }) {
  const locked = await lockRound(scope, input);
  return locked && { ...locked, extensions: await extensionsOf(scope.db, locked.round) };
}

/** Opened when, and by how many households it has been answered. */
export async function openingOf(
  db: Database,
  row: { communityId: number; proposalId: number; id: number; no: number },
) {
  const { rows } = await db.execute<{ at: string; voices: number }>(sql`select
    (select to_json(max(e.at))#>>'{}' from proposal_event e where e.community_id = ${row.communityId}
      and e.proposal_id = ${row.proposalId} and e.kind = 'round_opened' and (e.detail->>'round')::int = ${row.no}) as at,
    (select count(distinct o.household_id)::int from opinion o
      where o.community_id = ${row.communityId} and o.round_id = ${row.id} and not ${isDisowned(sql`o`)}) as voices`);
  const [{ at = '', voices = 0 } = {}] = rows;
  return { at: new Date(at), voices };
}

/** The same with how it was opened. */
export async function lockOpened(scope: Scope, input: { round: number }) {
  const locked = await lockRound(scope, input);
  return locked && { ...locked, opening: await openingOf(scope.db, locked.round) };
}

/** The extensions of a round that hold, oldest first. */
export async function extensionsOf(db: Database, row: { communityId: number; proposalId: number; no: number }) {
  const moves = await db
    .select({
      back: sql<boolean>`${proposalEvent.kind} = 'extension_taken_back'`,
      from: sql<string>`${proposalEvent.detail}->>'from'`,
      to: sql<string>`${proposalEvent.detail}->>'to'`,
      at: proposalEvent.at,
    })
    .from(proposalEvent)
    .where(
      and(
        eq(proposalEvent.communityId, row.communityId),
        eq(proposalEvent.proposalId, row.proposalId),
        inArray(proposalEvent.kind, ['round_extended', 'extension_taken_back']),
        sql`${proposalEvent.detail} ? 'from' and (${proposalEvent.detail}->>'round')::int = ${row.no}`,
      ),
    )
    .orderBy(asc(proposalEvent.id));
  return extensionsHeld(moves.map(({ from, to, ...move }) => ({ ...move, from: new Date(from), to: new Date(to) })));
}

/** What the board tells of each group of a round that is being counted, beside what it has told of the rounds before. */
export async function toldOf(db: Database, { communityId, proposalId, id }: RoundRow): Promise<Map<number, Told>> {
  const counted = and(
    ...[eq(round.communityId, communityId), eq(round.proposalId, proposalId)],
    or(eq(round.state, 'closed'), eq(round.id, id)),
  );
  const voters = await db
    .select({
      round: electorate.roundId,
      household: electorate.householdId,
      group: electorate.groupId,
      standingId: sql<number | null>`case when not exists (select from ${disowned}
        where ${disowned.communityId} = ${electorate.communityId} and ${disowned.opinionId} = ${electorate.standingOpinionId}
          and ${disowned.at} < ${round.closesAt}) then ${electorate.standingOpinionId} end`,
    })
    .from(electorate)
    .innerJoin(round, and(eq(round.communityId, electorate.communityId), eq(round.id, electorate.roundId)))
    .where(counted)
    .orderBy(asc(round.k));
  const said = await db
    .select({
      id: opinion.id,
      round: opinion.roundId,
      household: opinion.householdId,
      seq: opinion.seq,
      own: opinion.own,
      /** When the round was counted: afterwards the count stays as it was told. */
      disowned: sql<boolean>`exists (select from ${disowned} where ${disowned.communityId} = ${opinion.communityId}
        and ${disowned.opinionId} = ${opinion.id} and ${disowned.at} < ${round.closesAt})`,
    })
    .from(opinion)
    .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
    .where(and(counted, lt(opinion.receivedAt, round.closesAt)));
  const rounds = [...new Set(voters.map((one) => one.round))];
  const of = <T extends { round: number }>(rows: readonly T[], one: number) => rows.filter((row) => row.round === one);
  return tellRounds(rounds.map((one) => roundStood(of(voters, one), of(said, one)))).at(-1) ?? new Map();
}

/** Whether somebody knocked at a door of the electorate in its round; `how` narrows it. */
export const isVisited = (how = sql``) => sql<boolean>`exists (select 1 from visit v
  where v.community_id = ${electorate.communityId} and v.round_id = ${electorate.roundId}
    and v.household_id = ${electorate.householdId} ${how})`;

const heard = isHeard(sql`${electorate}`);

const times = (what: SQL) => sql<number>`count(*) filter (where ${what})::int`;

/**
 * How far rounds have come at each entrance, once for all who ask: the desk, the doors and the day's work. `where` narrows
 * it to some doors.
 */
export function coverageOf(db: Database, communityId: number, rounds: number[], where?: SQL) {
  // Counted before the names are looked up: between entrances and buildings the way to a household is long.
  const counted = db
    .select({
      roundId: electorate.roundId,
      entranceId: household.entranceId,
      households: count().as('households'),
      asked: times(sql`${electorate.asked}`).as('asked_for'),
      knocked: times(sql`${heard} or ${isVisited()}`).as('knocked'),
      met: times(sql`${heard} or ${isVisited(sql`and v.outcome = 'refused'`)}`).as('met'),
      heard: times(heard).as('heard'),
    })
    .from(electorate)
    .innerJoin(
      household,
      and(eq(household.communityId, electorate.communityId), eq(household.id, electorate.householdId)),
    )
    .where(and(eq(electorate.communityId, communityId), inArray(electorate.roundId, rounds), where))
    .groupBy(electorate.roundId, household.entranceId)
    .as('counted');
  const { roundId, entranceId, households, asked, knocked, met } = counted;
  return db
    .select({
      roundId,
      entranceId,
      building: building.name,
      entrance: entrance.no,
      households,
      asked,
      knocked,
      met,
      heard: counted.heard,
    })
    .from(counted)
    .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, entranceId)))
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
    .orderBy(building.name, entrance.no);
}
