import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { ratePeriod } from '@/db/schema/figures';
import { proposal } from '@/db/schema/proposals';
import { round, roundGroup } from '@/db/schema/rounds';
import type { FigureSource } from '@/db/words/figures';
import type { ProposalState } from '@/db/words/proposals';
import { arcsOf, heardOf, type Published } from '@/features/story/rules';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { mayReadFigures, mayRecordFigures } from './policy';
import { type Counts, PROFILES, type ProfileName, type Rates, rates } from './rules';

const PERIODS = 24;

export interface PeriodView {
  id: number;
  from: string;
  to: string;
  profile: ProfileName;
  /** Typed as somebody reported them, or counted from the callbacks made here. */
  source: FigureSource;
  /** Effective callbacks: reached and answered. */
  effective: number;
  rates: Rates;
  /** How the counts were obtained when nobody reported them; null when they were counted. */
  derived: { zh: string; en: string } | null;
  /** The counts as they were given; null: not reported. */
  counts: Record<'contacted' | 'resolved' | 'satisfied' | 'fairlySatisfied', number | null>;
  /** Of those of whom only the response was asked. */
  only: { responseOnly: number; responseOnlyContacted: number };
  /** With what was left out; null where it was not counted here, or would tell what those said who were left out. */
  full: Rates | null;
  /** Since when these figures stand in the place of others, and why; null where they are the first. */
  corrected: { at: Date; reason: string } | null;
}

/** Not those that another has corrected. */
const stands = sql`not exists (select 1 from ${ratePeriod} later
  where later.community_id = ${ratePeriod.communityId} and later.corrects = ${ratePeriod.id})`;

async function periodsOf({ db, communityId }: Scope): Promise<PeriodView[]> {
  const rows = await db
    .select()
    .from(ratePeriod)
    .where(and(eq(ratePeriod.communityId, communityId), stands))
    .orderBy(desc(ratePeriod.from), desc(ratePeriod.id))
    .limit(PERIODS);
  return rows.flatMap((row) => {
    const name = row.profile as ProfileName;
    const profile = PROFILES[name];
    if (!profile) return [];
    const { id, from, to, source, effective, derived } = row;
    const { contacted, resolved, satisfied, fairlySatisfied, responseOnly, responseOnlyContacted } = row;
    const counts = { contacted, resolved, satisfied, fairlySatisfied };
    const only = { responseOnly, responseOnlyContacted };
    const shown = rates({ ...counts, effective, ...only }, profile);
    const full = row.full && rates(row.full as Counts, profile);
    const corrected = row.reason === null ? null : { at: new Date(row.recordedAt), reason: row.reason };
    return [{ id, from, to, source, effective, derived, counts, only, corrected, profile: name, rates: shown, full }];
  });
}

export interface CoverageView {
  round: number;
  k: number;
  title: string;
  /** Households of all groups of the round. */
  households: number;
  heard: number;
  /** No opinion: would not say, not at home, or never visited. */
  notHeard: number;
}

/** Households heard and not heard in each closed round, from what its circles already print; newest first. */
async function coverageOf({ db, communityId }: Scope): Promise<CoverageView[]> {
  const found = await db
    .select({
      round: round.no,
      k: round.k,
      title: proposal.title,
      cells: sql<Published[][]>`json_agg(${roundGroup.published})`,
    })
    .from(round)
    .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
    .innerJoin(roundGroup, and(eq(roundGroup.communityId, round.communityId), eq(roundGroup.roundId, round.id)))
    .where(and(eq(round.communityId, communityId), eq(round.state, 'closed'), isNotNull(roundGroup.published)))
    .groupBy(round.no, round.k, proposal.title)
    .orderBy(desc(round.no))
    .limit(PERIODS);
  return found.map(({ cells, ...about }) => {
    const arcs = cells.flatMap((published) => arcsOf(published, 0, 0));
    const households = arcs.reduce((sum, arc) => sum + arc.count, 0);
    const heard = heardOf(arcs);
    return { ...about, households, heard, notHeard: households - heard };
  });
}

/**
 * The community's figures: callbacks by period, newest first, how many proposals are in which state, and whom each round
 * has heard.
 */
export const boardFigures = boardQuery({
  name: 'figures.board',
  read: async (scope, _: Record<never, never>) => {
    const { db, communityId, community } = scope;
    const states = await db
      .select({ state: proposal.state, count: count() })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), isNotNull(proposal.no)))
      .groupBy(proposal.state)
      .orderBy(asc(proposal.state));
    const [first] = await db
      .select({ from: ratePeriod.from, to: ratePeriod.to })
      .from(ratePeriod)
      .where(and(eq(ratePeriod.communityId, communityId), stands))
      .orderBy(asc(ratePeriod.from))
      .limit(1);
    const { nameZh, nameEn } = community;
    return {
      nameZh,
      nameEn,
      periods: await periodsOf(scope),
      coverage: await coverageOf(scope),
      /** The period the others are compared with: the first there is. */
      baseline: first ?? null,
      states: states as { state: ProposalState; count: number }[],
    };
  },
  shows: () => ['record'],
});

/** The periods recorded so far, and whether this person may add one. */
export const deskFigures = query({
  name: 'figures.desk',
  allow: (who, _: Record<never, never>) => mayReadFigures(who),
  read: async (scope) => ({ periods: await periodsOf(scope), mayRecord: mayRecordFigures(scope.who) !== null }),
});
