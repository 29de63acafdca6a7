import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { ratePeriod } from '@/db/schema/figures';
import { proposal } from '@/db/schema/proposals';
import { round, roundGroup } from '@/db/schema/rounds';
import type { FigureSource } from '@/db/words/figures';
import type { ProposalState } from '@/db/words/proposals';
import { arcsOf, type Published } from '@/features/story/rules';
import { assessmentMonth, assessmentMonthOf } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { heardOf } from '@/lib/telling';
import { profileView } from './moves/profiles';
import { mayReadFigures, mayRecordFigures } from './policy';
import { type Counts, type Rates, rates } from './rules';
import { isPerfect, monthBefore, quarters, withNothing } from './rules/months';
import { type Pinned, USUAL } from './rules/profiles';

const PERIODS = 24;

export interface PeriodView {
  id: number;
  from: string;
  to: string;
  /** By which it was published, whatever the district has said since. */
  profile: Pinned;
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
  const found = await db
    .select({
      row: ratePeriod,
      pinned: sql<Pinned | null>`(select ${profileView} from rate_profile p where p.id = ${ratePeriod.profileId})`,
    })
    .from(ratePeriod)
    .where(and(eq(ratePeriod.communityId, communityId), stands))
    .orderBy(desc(ratePeriod.from), desc(ratePeriod.id))
    .limit(PERIODS);
  return found.map(({ row, pinned }) => {
    const profile = pinned ?? USUAL;
    const { id, from, to, source, effective, derived } = row;
    const { contacted, resolved, satisfied, fairlySatisfied, responseOnly, responseOnlyContacted } = row;
    const counts = { contacted, resolved, satisfied, fairlySatisfied };
    const only = { responseOnly, responseOnlyContacted };
    const shown = rates({ ...counts, effective, ...only }, profile);
    const full = row.full && rates(row.full as Counts, profile);
    const corrected = row.reason === null ? null : { at: new Date(row.recordedAt), reason: row.reason };
    return { id, from, to, source, effective, derived, counts, only, corrected, profile, rates: shown, full };
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

export interface MonthView {
  month: string;
  /** Null: one or two. */
  volume: number | null;
  /** Of so many answers half were given within `median` seconds, nine tenths within `most`; null: too few to tell. */
  answered: number | null;
  median: number | null;
  most: number | null;
  timed: number | null;
  inTime: number | null;
}

const MONTHS = 12;
/** Before every month. */
const NEVER = '0000-01';

const monthsOf = (scope: Scope) =>
  rows<MonthView>(
    scope,
    sql`select json_build_object('month', m.month, 'volume', m.volume, 'answered', m.answered, 'median', m.median,
        'most', m.most, 'timed', m.timed, 'inTime', m.in_time) as view
      from case_month m where m.community_id = ${scope.communityId} order by m.month desc limit 120`,
  );

/**
 * The last month of which somebody has said what came: cases came in after it, one by one or as a sheet, or its figures are
 * told. Of later ones nobody knows whether nothing came.
 */
async function toldUpTo(scope: Scope, told: readonly { month: string }[]): Promise<string> {
  const [known] = await rows<string>(
    scope,
    sql`select to_json(k.month) as view from case_known k where k.community_id = ${scope.communityId}`,
  );
  const came = known ? monthBefore(known) : NEVER;
  return [came, ...told.map(({ month }) => month)].sort().at(-1) ?? came;
}

export interface ShareView {
  quarter: string;
  by: 'kind' | 'building';
  /** Empty: those that have no name, and those too small for one. */
  name: string;
  cases: number | null;
  /** Of a kind: since which quarter there have been three and more, and nothing was proposed; null: something was. */
  since: string | null;
}

/** Of the last quarter that is over. */
const sharesOf = (scope: Scope) =>
  rows<ShareView>(
    scope,
    sql`with share as materialized (select * from case_share where community_id = ${scope.communityId})
      select json_build_object('quarter', s.quarter, 'by', s.by, 'name', s.name, 'cases', s.cases, 'since', s.since) as view
      from share s where s.quarter = (select max(l.quarter) from share l)
      order by s.by, s.name = '', s.cases desc, s.name limit 200`,
  );

export interface ProposedView {
  no: number;
  title: string;
  state: ProposalState;
  /** Of the quarter; three and more. */
  cases: number;
}

/** So many of what most complained of is told what was proposed about it. */
const PROPOSED = 5;

/** What most of the quarter's cases are about of which there is a proposal, and how far that has come. */
const proposedOf = (scope: Scope, quarter: string | undefined) =>
  rows<ProposedView>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'state', p.state, 'cases', h.cases) as view
      from case_proposed h join proposal p on p.community_id = h.community_id and p.id = h.proposal_id
      where h.community_id = ${scope.communityId} and h.quarter = ${quarter ?? ''} and p.state <> 'merged' and h.cases is not null
      order by h.cases desc, p.no limit ${PROPOSED}`,
  );

/** Months counted from callbacks whose numbers are told. */
const toldOf = (periods: readonly PeriodView[]) =>
  periods.flatMap(({ source, to, effective, counts, only, profile }) => {
    const { contacted, resolved, satisfied, fairlySatisfied } = counts;
    if (source !== 'callbacks' || contacted === null || resolved === null) return [];
    if (satisfied === null || fairlySatisfied === null) return [];
    const all = { effective, contacted, resolved, satisfied, fairlySatisfied, ...only };
    return [{ month: to.slice(0, 7), counts: all, profile, rates: rates(all, profile) }];
  });

/** The last months whose numbers are told, the latest last. */
export const lastToldShown = async (scope: Scope) =>
  toldOf(await periodsOf(scope))
    .slice(0, MONTHS)
    .reverse();

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
    const periods = await periodsOf(scope);
    const told = toldOf(periods);
    const now = assessmentMonthOf(scope.now);
    const shares = await sharesOf(scope);
    const volumes = withNothing(await monthsOf(scope), await toldUpTo(scope, told));
    return {
      nameZh,
      nameEn,
      periods,
      /** The oldest first. */
      told: told.toReversed(),
      quarters: quarters(told),
      perfect: told.filter((one) => isPerfect(one.rates)).map(({ month }) => month),
      free: volumes.filter(({ volume }) => volume === 0).map(({ month }) => month),
      volumes: volumes.slice(-MONTHS),
      shares,
      proposed: await proposedOf(scope, shares[0]?.quarter),
      /** A month is over on its 19th, whether or not anything is done then. */
      turnsAt: assessmentMonth(now).to,
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
