import { and, asc, count, desc, eq, lte, sql } from 'drizzle-orm';
import { opinion, recheck } from '@/db/schema/opinions';
import { building, entrance, household, unit } from '@/db/schema/people';
import { plan } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { electorate, round, type roundCell, roundGroup, roundSource } from '@/db/schema/rounds';
import { affectedGroup } from '@/db/schema/scoping';
import type { RoundState } from '@/db/words/rounds';
import { knownOf } from '@/features/proposals/moves';
import { askedOf } from '@/features/proposals/queries';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { type BoardCell, circleCells, sourcesView } from '@/lib/telling';
import { isHeard, ofTerm, roundFacts } from './facts';
import { coverageOf, extensionsOf, isVisited, openingOf } from './moves';
import { mayReadRounds, sendsToDoors } from './policy';

const PAGE = 30;

const heard = isHeard(sql`${electorate}`);

const number = (what: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${what})::int`;

export type Phase = 'planned' | 'open' | 'counting' | 'closed' | 'void';

/** `counting`: its time is over and the count is about to be made. */
function phaseOf(row: { state: string; opensAt: Date; closesAt: Date }, now: Date): Phase {
  if (row.state !== 'open') return row.state as 'closed' | 'void';
  return now < row.opensAt ? 'planned' : now < row.closesAt ? 'open' : 'counting';
}

const columns = {
  id: round.id,
  no: round.no,
  k: round.k,
  version: round.planVersion,
  planTitle: plan.title,
  opensAt: round.opensAt,
  closesAt: round.closesAt,
  closedAt: round.closedAt,
  state: round.state,
  summary: round.summary,
};

const withPlan = and(
  eq(plan.communityId, round.communityId),
  eq(plan.proposalId, round.proposalId),
  eq(plan.version, round.planVersion),
);

interface RoundRow {
  id: number;
  no: number;
  k: number;
  version: number;
  planTitle: string;
  opensAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  state: RoundState;
  summary: string;
}

type Published = (typeof roundCell.$inferSelect)['published'];

interface Size {
  group: number;
  households: number;
  /** Null: too few to say. */
  asked: number | null;
  reached: number | null;
  published: Published | null;
  agrees: boolean | null;
}

/** What is known of the groups of a round now. */
const sizesNow = ({ db, communityId }: Scope, roundId: number): Promise<Size[]> =>
  db
    .select({
      group: electorate.groupId,
      households: count(),
      asked: number(sql`${electorate.asked}`),
      reached: number(heard),
      published: sql<Published | null>`(select c.published from round_cell c
        where c.community_id = ${communityId} and c.round_id = electorate.round_id and c.group_id = electorate.group_id)`,
      agrees: sql<boolean | null>`(select c.agrees from round_cell c
        where c.community_id = ${communityId} and c.round_id = electorate.round_id and c.group_id = electorate.group_id)`,
    })
    .from(electorate)
    .where(and(eq(electorate.communityId, communityId), eq(electorate.roundId, roundId)))
    .groupBy(electorate.roundId, electorate.groupId);

/** What the board may say of them. */
const sizesShown = ({ db, communityId }: Scope, roundId: number): Promise<Size[]> =>
  db
    .select({
      group: roundGroup.groupId,
      households: roundGroup.households,
      asked: roundGroup.asked,
      reached: roundGroup.reached,
      published: roundGroup.published,
      agrees: roundGroup.agrees,
    })
    .from(roundGroup)
    .where(and(eq(roundGroup.communityId, communityId), eq(roundGroup.roundId, roundId)));

/** A round with its groups: households, who was asked, and what the board may say of them. */
async function assemble(scope: Scope, proposalId: number, { id, ...row }: RoundRow, sizesOf: typeof sizesNow) {
  const { db, communityId, now } = scope;
  const groups = await db
    .select({
      id: affectedGroup.id,
      position: affectedGroup.position,
      name: affectedGroup.name,
      effect: affectedGroup.effect,
      households: sql<number>`coalesce(${affectedGroup.households}, 0)`,
    })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, proposalId)))
    .orderBy(asc(affectedGroup.position));
  const sizes = await sizesOf(scope, id);
  const phase = phaseOf(row, now);
  const shown = groups.flatMap((group) => {
    const size = sizes.find((one) => one.group === group.id);
    if (!size) return [];
    const { published, households } = size;
    const reached = size.reached ?? 0;
    const open: BoardCell[] = [
      { kinds: ['reached'], count: reached },
      { kinds: ['notReached'], count: households - reached },
    ];
    return [
      {
        key: String(group.id),
        name: group.name,
        households,
        asked: size.asked,
        /** What the circle draws. */
        arcs: published ? circleCells(published) : open,
        /** What was counted, as it may be printed; empty until the close. */
        published: published ?? [],
        agrees: size.agrees,
      },
    ];
  });
  return {
    groups,
    round: { ...row, phase, groups: shown },
    turnsAt: phase === 'planned' ? row.opensAt : phase === 'open' ? row.closesAt : null,
  };
}

/** All rounds of the community, newest first. */
export const boardRoundList = boardQuery({
  name: 'rounds.board',
  read: async ({ db, communityId, now }, { after }: { after: number | null }) => {
    const rows = await db
      .select({ ...columns, proposal: proposal.no, title: proposal.title })
      .from(round)
      .innerJoin(plan, withPlan)
      .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
      .where(and(eq(round.communityId, communityId), after === null ? undefined : lte(round.no, after)))
      .orderBy(desc(round.no))
      .limit(PAGE + 2);
    const found = pageAfter(rows, after, { size: PAGE, key: (row) => row.no });
    if (!found) return undefined;
    const rounds = found.page.map(({ id: _, proposal: no, ...row }) => ({
      ...row,
      proposal: no ?? 0,
      phase: phaseOf(row, now),
    }));
    const turns = rounds.flatMap((one) =>
      one.phase === 'planned' ? [one.opensAt] : one.phase === 'open' ? [one.closesAt] : [],
    );
    return {
      rounds,
      next: found.next,
      turnsAt: turns.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
    };
  },
  shows: () => ['rounds'],
});

async function roundOf({ db, communityId }: Scope, no: number) {
  const [row] = await db
    .select({ ...columns, proposalId: round.proposalId, proposal: proposal.no, title: proposal.title })
    .from(round)
    .innerJoin(plan, withPlan)
    .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
    .where(and(eq(round.communityId, communityId), eq(round.no, no)));
  return row;
}

/** Whose word the answers of a closed round are, a household once, and what asking again brought. */
async function sourcesOf({ db, communityId }: Scope, roundId: number) {
  const [row] = await db
    .select()
    .from(roundSource)
    .where(and(eq(roundSource.communityId, communityId), eq(roundSource.roundId, roundId)));
  return row ? sourcesView(row, row) : null;
}

/** One round as anybody may see it. */
export const boardRound = boardQuery({
  name: 'round.board',
  read: async (scope, { no }: { no: number }) => {
    const found = await roundOf(scope, no);
    if (!found) return undefined;
    const { proposalId, proposal: proposalNo, title, ...row } = found;
    const shown = await assemble(scope, proposalId, row, sizesShown);
    const sources = row.state === 'closed' ? await sourcesOf(scope, row.id) : null;
    return { proposal: { no: proposalNo ?? 0, title }, ...shown, sources, now: scope.now };
  },
  shows: ({ no }, found) => [`round/${no}`, ...(found ? [`proposal/${found.proposal.no}`] : [])],
});

/** Coverage by entrance, the doors nobody has tried (at most 300, for those who send somebody there), and the second looks of a round. */
async function doorsOf({ db, communityId, who }: Scope, roundId: number) {
  const members = and(eq(electorate.communityId, communityId), eq(electorate.roundId, roundId));
  const atHome = and(eq(household.communityId, electorate.communityId), eq(household.id, electorate.householdId));
  const inBuilding = and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId));
  const inEntrance = and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId));
  const entrances = await coverageOf(db, communityId, [roundId]);
  // Beside the counts a list of doors would say of every other door what was said there.
  const untried = !sendsToDoors(who)
    ? null
    : await db
        .select({ id: household.id, building: building.name, entrance: entrance.no, door: unit.door })
        .from(electorate)
        .innerJoin(household, atHome)
        .innerJoin(building, inBuilding)
        .innerJoin(entrance, inEntrance)
        .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
        .where(and(members, sql`not ${heard}`, sql`not ${isVisited()}`))
        .orderBy(sql`length(${building.name})`, building.name, entrance.no, sql`length(${unit.door})`, unit.door)
        .limit(300);
  const [looks] = await db
    .select({
      drawn: count(recheck.id),
      done: number(sql`${recheck.outcome} is not null`),
      different: number(sql`${recheck.outcome} = 'different'`),
    })
    .from(recheck)
    .innerJoin(opinion, and(eq(opinion.communityId, recheck.communityId), eq(opinion.id, recheck.opinionId)))
    .where(and(eq(recheck.communityId, communityId), eq(opinion.roundId, roundId)));
  return { entrances, untried, looks };
}

const none: Awaited<ReturnType<typeof doorsOf>> = { entrances: [], untried: null, looks: undefined };

/** The desk's page of a round: coverage by group and entrance, doors nobody has tried, second looks; without those, for a step of it. */
export const deskRound = query({
  name: 'round.desk',
  allow: (who) => mayReadRounds(who),
  read: async (scope, { no, doors = true }: { no: number; doors?: boolean }) => {
    const { db, communityId, now, who } = scope;
    const found = await roundOf(scope, no);
    if (!found) return undefined;
    const { proposalId, proposal: proposalNo, title, ...row } = found;
    const { groups, round: shown } = await assemble(scope, proposalId, row, sizesNow);
    const { entrances, untried, looks } = doors ? await doorsOf(scope, row.id) : none;
    const term = await knownOf(scope, proposalNo ?? 0, ofTerm);
    if (!term) return undefined;
    const extensions = await extensionsOf(db, { communityId, proposalId, no });
    const opening = await openingOf(db, { communityId, proposalId, id: row.id, no });
    return {
      proposal: { no: proposalNo ?? 0, title },
      round: shown,
      groups,
      entrances,
      untried,
      rechecks: looks ?? { drawn: 0, done: 0, different: 0 },
      asked: { facts: { ...term, round: row, extensions, opening }, who, now },
    };
  },
});

/** For the pages of opening a round and of going back to the drawing board. */
export const roundsAsked = askedOf('rounds.asked', roundFacts, mayReadRounds);
