import { and, asc, desc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { caseLink, cases } from '@/db/schema/cases';
import { building, household } from '@/db/schema/people';
import { proposal, proposalEvent, support } from '@/db/schema/proposals';
import { legalGate } from '@/db/schema/scoping';
import type { ProposalState } from '@/db/words/proposals';
import { pageAfter } from '@/lib/cursor';
import { type Facts, fact, factColumn, readFacts } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { ownFacts, proposalFacts, stakes } from './facts';
import { knownOf, namedGroups } from './moves';
import { asAuthor, mayReadDesk } from './policy';
import { isOverdue, isStalled, type Kind, ownerOf } from './rules';
import { GATES_OF } from './rules/gates';

const LIST = 30;

// Columns by their full names: in a select of one table drizzle leaves the table's name out.
const supporters = sql<number>`(select count(*)::int from support s
  where s.community_id = proposal.community_id and s.proposal_id = proposal.id)`;

const listed = {
  no: proposal.no,
  kind: proposal.kind,
  state: proposal.state,
  title: proposal.title,
  place: proposal.place,
  submittedAt: proposal.submittedAt,
  stateAt: proposal.stateAt,
  lastEventAt: proposal.lastEventAt,
  supporters,
};

/** For the board, whose database keeps one and two to itself. */
const shown = { ...listed, supporters: sql<number | null>`proposal.supporters` };

export interface ProposalListed {
  no: number;
  kind: Kind;
  state: ProposalState;
  title: string;
  place: string;
  submittedAt: Date;
  stateAt: Date;
  lastEventAt: Date;
  /** Null: one or two households. */
  supporters: number | null;
  stalled: boolean;
  /** Submitted, and nobody has looked at it within five working days. */
  overdue: boolean;
}

type ListedRow = Omit<ProposalListed, 'no' | 'kind' | 'submittedAt' | 'supporters' | 'stalled' | 'overdue'> & {
  no: number | null;
  kind: string;
  submittedAt: Date | null;
  supporters: number | null;
};

function view(row: ListedRow, now: Date): ProposalListed {
  const submittedAt = row.submittedAt ?? row.stateAt;
  return {
    ...row,
    no: row.no ?? 0,
    kind: row.kind as Kind,
    submittedAt,
    stalled: isStalled(row.state, row.lastEventAt, now),
    overdue: isOverdue(row.state, submittedAt, now),
  };
}

async function page({ db, communityId, now }: Scope, after: number | null) {
  const rows = await db
    .select(shown)
    .from(proposal)
    .where(
      and(
        eq(proposal.communityId, communityId),
        isNotNull(proposal.no),
        after === null ? undefined : lte(proposal.no, after),
      ),
    )
    .orderBy(desc(proposal.no))
    .limit(LIST + 2);
  const found = pageAfter(rows, after, { size: LIST, key: (row) => row.no });
  return found && { proposals: found.page.map((row) => view(row, now)), next: found.next };
}

/** A page of the board's proposals, newest number first; `next` is the cursor of the page after. */
export const boardProposals = boardQuery({
  name: 'proposals.board',
  read: (scope, { after }: { after: number | null }) => page(scope, after),
  shows: () => ['proposals'],
});

async function gatesOf({ db, communityId }: Scope, proposalId: number, kind: Kind) {
  const rows = await db
    .select({
      key: legalGate.key,
      state: legalGate.state,
      evidence: legalGate.evidence,
      decidedOn: legalGate.decidedOn,
    })
    .from(legalGate)
    .where(and(eq(legalGate.communityId, communityId), eq(legalGate.proposalId, proposalId)))
    .orderBy(asc(legalGate.id));
  const laws = GATES_OF[kind] ?? [];
  return rows.map((row) => ({ ...row, law: laws.find((law) => law.key === row.key) ?? null }));
}

async function casesOf({ db, communityId }: Scope, proposalId: number) {
  const rows = await db
    .select({ no: cases.no, title: cases.title, building: building.name, side: caseLink.side, at: cases.happenedAt })
    .from(caseLink)
    .innerJoin(cases, and(eq(cases.communityId, caseLink.communityId), eq(cases.id, caseLink.caseId)))
    .leftJoin(building, and(eq(building.communityId, cases.communityId), eq(building.id, cases.buildingId)))
    .where(and(eq(caseLink.communityId, communityId), eq(caseLink.proposalId, proposalId)))
    .orderBy(asc(cases.happenedAt));
  const of = (side: 'for' | 'against' | 'other') => {
    const own = rows.filter((row) => row.side === side).map(({ side: _, ...row }) => row);
    return { count: own.length, cases: own };
  };
  return { for: of('for'), against: of('against'), other: of('other') };
}

export async function head({ db, communityId }: Scope, no: number, facts: Facts = {}) {
  const [row] = await db
    .select({
      ...listed,
      id: proposal.id,
      problem: proposal.problem,
      ask: proposal.ask,
      rule: proposal.rule,
      lookAgainOn: proposal.lookAgainOn,
      recordedBy: proposal.recordedBy,
      authorId: proposal.authorId,
      authorHouseholdId: proposal.authorHouseholdId,
      groupsNamedBy: proposal.groupsNamedBy,
      groupsConfirmedBy: proposal.groupsConfirmedBy,
      snapshotHash: proposal.snapshotHash,
      building: building.name,
      picturesWaiting: sql<number>`(select count(*)::int from picture x where x.community_id = proposal.community_id
        and x.subject = 'proposal' and x.subject_id = proposal.id and x.looked_at_at is null)`,
      facts: factColumn(facts),
    })
    .from(proposal)
    .leftJoin(
      household,
      and(eq(household.communityId, proposal.communityId), eq(household.id, proposal.authorHouseholdId)),
    )
    .leftJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)));
  return row;
}

/** Proposals of some states for the desk; all but drafts when none are named. */
export const deskProposals = query({
  name: 'proposals.desk',
  allow: (who) => mayReadDesk(who),
  read: async ({ db, communityId, now }, { states }: { states?: ProposalState[] }) => {
    const rows = await db
      .select(listed)
      .from(proposal)
      .where(
        and(
          eq(proposal.communityId, communityId),
          isNotNull(proposal.no),
          states ? inArray(proposal.state, states) : undefined,
        ),
      )
      .orderBy(desc(proposal.lastEventAt))
      .limit(200);
    return rows.map((row) => view(row, now));
  },
});

/** What is known of one proposal, who asks, and when: for the pages of the acts that need these facts. */
export const askedOf = <F extends Facts>(name: string, facts: F, mayRead: typeof mayReadDesk = mayReadDesk) =>
  query({
    name,
    allow: (who) => mayRead(who),
    read: async (scope, { no }: { no: number }) => {
      const one = await knownOf(scope, no, facts);
      return one && { facts: one, who: scope.who, now: scope.now };
    },
  });

const deskFacts = { ...proposalFacts, ...stakes };
const residentFacts = {
  ...ownFacts,
  ...stakes,
  /** The round in which households say something now. */
  round: fact<number | null>(sql`(select r.no from round r where r.community_id = proposal.community_id
    and r.proposal_id = proposal.id and r.state = 'open' and moment() >= r.opens_at and moment() < r.closes_at)`),
};

/** One proposal for the desk, and what its acts are asked about. */
export const deskProposal = query({
  name: 'proposal.desk',
  allow: (who) => mayReadDesk(who),
  read: async (scope, { no }: { no: number }) => {
    const row = await head(scope, no, deskFacts);
    if (!row) return undefined;
    const { db, communityId, who, now } = scope;
    const events = await db
      .select()
      .from(proposalEvent)
      .where(and(eq(proposalEvent.communityId, communityId), eq(proposalEvent.proposalId, row.id)))
      .orderBy(asc(proposalEvent.id));
    const { snapshotHash, facts, ...rest } = row;
    return {
      ...rest,
      ...view(rest, now),
      supporters: row.supporters,
      who,
      asked: { facts: readFacts(deskFacts, facts), who, now },
      groups: await namedGroups(db, { communityId, id: row.id }),
      gates: await gatesOf(scope, row.id, row.kind as Kind),
      cases: await casesOf(scope, row.id),
      events,
      snapshot: snapshotHash?.toString('hex') ?? null,
    };
  },
});
export type DeskProposal = NonNullable<Awaited<ReturnType<typeof deskProposal>>>;

/** What somebody may do with a proposal in their own name: their homes and which of them support it, and authorship. */
export const ownPart = query({
  name: 'proposal.own',
  allow: (who) => who.kind === 'person',
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who } = scope;
    const row = await head(scope, no, residentFacts);
    if (!row || who.kind !== 'person') return undefined;
    const facts = readFacts(residentFacts, row.facts);
    // What nobody has looked at is for whoever brought it.
    if (facts.waits && !asAuthor(who, facts)) return undefined;
    const ids = who.households.map((home) => home.householdId);
    const own = and(
      eq(support.communityId, communityId),
      eq(support.proposalId, row.id),
      inArray(support.householdId, ids),
    );
    const supporting = ids.length === 0 ? [] : await db.select({ id: support.householdId }).from(support).where(own);
    const others = row.supporters - supporting.filter((one) => one.id === row.authorHouseholdId).length;
    return {
      id: row.id,
      no,
      title: row.title,
      lives: ids.length > 0,
      supports: supporting.length > 0,
      round: facts.round,
      owner: ownerOf(facts.state, facts.termActive, facts.appeal),
      otherSupport: others > 0,
      /** For the acts of somebody in their own name, and of any of their households. */
      asked: { facts: { ...facts, household: null }, who, now: scope.now },
    };
  },
});
