import { and, asc, desc, eq, inArray, isNotNull, lt, lte, type SQLWrapper, sql } from 'drizzle-orm';
import { caseLink, cases } from '@/db/schema/cases';
import { building, entrance, household, unit } from '@/db/schema/people';
import { comment, commentContent, proposal, proposalEvent, support } from '@/db/schema/proposals';
import { affectedGroup, legalGate } from '@/db/schema/scoping';
import type { ProposalState } from '@/db/words/proposals';
import type { Effect } from '@/db/words/scoping';
import { pageAfter } from '@/lib/cursor';
import { type Facts, factColumn, readFacts } from '@/lib/facts';
import { boardQuery, query, type Scope } from '@/lib/gate';
import { ownFacts, proposalFacts, stakes } from './facts';
import { knownOf } from './moves';
import { mayReadDesk } from './policy';
import { GATES_OF, isOverdue, isStalled, type Kind } from './rules';

const LIST = 30;
const COMMENTS = 20;

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

export interface GroupView {
  id: number;
  position: number;
  name: string;
  effect: Effect;
  why: string;
  /** In the snapshot; null before the consultation starts. */
  households: number | null;
  places: { buildingId: number; building: string; entranceId: number | null; entrance: number | null }[];
}

async function groupsOf({ db, communityId }: Scope, proposalId: number): Promise<GroupView[]> {
  const places = sql<GroupView['places']>`(
    select coalesce(json_agg(json_build_object('buildingId', b.id, 'building', b.name, 'entranceId', e.id, 'entrance', e.no)
             order by length(b.name), b.name, e.no), '[]')
      from group_place gp
      join building b on b.community_id = gp.community_id and b.id = gp.building_id
      left join entrance e on e.community_id = gp.community_id and e.id = gp.entrance_id
     where gp.community_id = affected_group.community_id and gp.group_id = affected_group.id)`;
  return db
    .select({
      id: affectedGroup.id,
      position: affectedGroup.position,
      name: affectedGroup.name,
      effect: affectedGroup.effect,
      why: affectedGroup.why,
      households: affectedGroup.households,
      places,
    })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, proposalId)))
    .orderBy(asc(affectedGroup.position));
}

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

export interface CommentView {
  id: number;
  stance: 'for' | 'against' | 'question' | 'neutral';
  building: string | null;
  at: Date;
  /** Null: hidden, or deleted by its owner. */
  words: string | null;
  hiddenReason: string | null;
}

async function commentsOf({ db, communityId }: Scope, proposalId: number, after: number | null) {
  const rows = await db
    .select({
      id: comment.id,
      stance: comment.stance,
      building: building.name,
      at: comment.at,
      words: commentContent.words,
      hiddenReason: comment.hiddenReason,
    })
    .from(comment)
    .leftJoin(
      commentContent,
      and(eq(commentContent.communityId, comment.communityId), eq(commentContent.commentId, comment.id)),
    )
    .leftJoin(household, and(eq(household.communityId, comment.communityId), eq(household.id, comment.householdId)))
    .leftJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
    .where(
      and(
        eq(comment.communityId, communityId),
        eq(comment.proposalId, proposalId),
        after === null ? undefined : lt(comment.id, after),
      ),
    )
    .orderBy(desc(comment.id))
    .limit(COMMENTS + 1);
  const next = rows.length > COMMENTS ? (rows[COMMENTS - 1]?.id ?? null) : null;
  return { rows: rows.slice(0, COMMENTS), next };
}

/** A page of comments, newest first, as the board shows them: without the words of a hidden one. */
export const boardComments = boardQuery({
  name: 'comments.board',
  read: async ({ db, communityId }, { no, after }: { no: number; after: number | null }) => {
    const [row] = await db
      .select({ id: proposal.id, title: proposal.title })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)));
    if (!row) return undefined;
    const { rows: found } = await db.execute<Omit<CommentView, 'at'> & { at: string }>(sql`
      select id, stance, building, to_json(at)#>>'{}' as at, words, hidden_reason as "hiddenReason" from comment
       where community_id = ${communityId} and proposal_id = ${row.id} ${after === null ? sql`` : sql`and id <= ${after}`}
       order by id desc limit ${COMMENTS + 2}`);
    const list = pageAfter(found, after, { size: COMMENTS, key: (one) => one.id });
    if (!list) return undefined;
    const comments = list.page.map((one): CommentView => ({ ...one, at: new Date(one.at) }));
    return { no, title: row.title, comments, next: list.next };
  },
  shows: ({ no }) => [`proposal/${no}`],
});

async function head({ db, communityId }: Scope, no: number, facts: Facts = {}) {
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
const residentFacts = { ...ownFacts, ...stakes };

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
      groups: await groupsOf(scope, row.id),
      gates: await gatesOf(scope, row.id, row.kind as Kind),
      cases: await casesOf(scope, row.id),
      events,
      snapshot: snapshotHash?.toString('hex') ?? null,
    };
  },
});
export type DeskProposal = NonNullable<Awaited<ReturnType<typeof deskProposal>>>;

/** Comments for the moderator: also the words of hidden ones. */
export const deskComments = query({
  name: 'comments.desk',
  allow: (who) => mayReadDesk(who),
  read: async (scope, { no, after }: { no: number; after: number | null }) => {
    const row = await head(scope, no);
    if (!row) return undefined;
    const { rows, next } = await commentsOf(scope, row.id, after);
    return { no, title: row.title, comments: rows, next, who: scope.who };
  },
});

/** What somebody may do with a proposal in their own name: their homes and which of them support it, and authorship. */
export const ownPart = query({
  name: 'proposal.own',
  allow: (who) => who.kind === 'person',
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who } = scope;
    const row = await head(scope, no, residentFacts);
    if (!row || who.kind !== 'person') return undefined;
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
      otherSupport: others > 0,
      /** For the acts of somebody in their own name, and of any of their households. */
      asked: { facts: { ...readFacts(residentFacts, row.facts), household: null }, who, now: scope.now },
    };
  },
});

const draftColumns = {
  id: proposal.id,
  kind: proposal.kind,
  title: proposal.title,
  place: proposal.place,
  problem: proposal.problem,
  ask: proposal.ask,
  rowVersion: proposal.rowVersion,
  provenance: proposal.provenance,
  onBehalf: sql<boolean>`${proposal.recordedBy} is not null`,
  household: proposal.authorHouseholdId,
  lastEventAt: proposal.lastEventAt,
};

const mine = (communityId: number, personId: number) =>
  and(
    eq(proposal.communityId, communityId),
    eq(proposal.state, 'draft'),
    sql`coalesce(${proposal.recordedBy}, ${proposal.authorId}) = ${personId}`,
  );

/** The drafts of whoever asks, last touched first. */
export const ownDrafts = query({
  name: 'drafts.own',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, _: Record<never, never>) =>
    who.kind === 'person'
      ? db
          .select(draftColumns)
          .from(proposal)
          .where(mine(communityId, who.personId))
          .orderBy(desc(proposal.lastEventAt))
          .limit(20)
      : [],
});

export const ownDraft = query({
  name: 'draft.own',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, { id }: { id: number }) => {
    if (who.kind !== 'person') return undefined;
    const [row] = await db
      .select(draftColumns)
      .from(proposal)
      .where(and(mine(communityId, who.personId), eq(proposal.id, id)));
    return row;
  },
});

/** Households somebody may write for: none for a resident alone, the entrance's for a captain, all for a social worker. */
export const writableHouseholds = query({
  name: 'households.writable',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, _: Record<never, never>) => {
    if (who.kind !== 'person') return { lives: false, households: [] };
    const lives = who.households.length > 0;
    const worker = who.grants.some((grant) => grant.role === 'social-worker' && grant.entranceId === null);
    const doors = who.grants.flatMap((grant) =>
      grant.role === 'captain' && grant.entranceId !== null ? [grant.entranceId] : [],
    );
    if (!worker && doors.length === 0) return { lives, households: [] };
    const households = await db
      .select({ id: household.id, building: building.name, entrance: entrance.no, door: unit.door })
      .from(household)
      .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
      .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
      .where(and(eq(household.communityId, communityId), worker ? undefined : inArray(household.entranceId, doors)))
      .orderBy(sql`length(${building.name})`, building.name, entrance.no, sql`length(${unit.door})`, unit.door)
      .limit(3000);
    return { lives, households };
  },
});

/**
 * Words in twos, as Chinese words are, without building, entrance and floor, which half of a compound's proposals name:
 * "14号楼坡上滑" is "坡上 上滑".
 */
const pairs = (words: SQLWrapper) => sql`(select coalesce(string_agg(substr(w, i, 2), ' '), '') from (
    select regexp_replace(${words}, '[0-9一二三四五六七八九十]+ *(号楼|号|栋|幢|楼|单元|门|层)', ' ', 'g') as w) bare,
    generate_series(1, length(w) - 1) i where substr(w, i, 2) ~ '^[[:alnum:]]{2}$')`;

/** Letters of a description, and newest proposals, that are compared: likeness is slow over more, and no likelier. */
const COMPARED = { letters: 200, proposals: 500 };

/**
 * Proposals like this one, likest first, at most five (pg_trgm over words in twos). The same place makes a likeness
 * stronger and is none by itself.
 */
export const similarProposals = query({
  name: 'proposals.similar',
  allow: (who) => who.kind === 'person' && (who.households.length > 0 || who.grants.length > 0),
  read: async ({ db, communityId }, like: { title: string; place: string; problem: string }) => {
    const { letters, proposals } = COMPARED;
    const { rows } = await db.execute<{ no: number; title: string; place: string; state: ProposalState }>(sql`
      select no, title, place, state from (
        select p.no, p.title, p.place, p.state,
            greatest(word_similarity(mine.title, theirs.both), similarity(mine.title, theirs.title),
              0.7 * word_similarity(mine.problem, theirs.problem)) + 0.15 * similarity(${like.place}, p.place) as likeness
          from (select * from proposal where community_id = ${communityId} and no is not null
                order by no desc limit ${proposals}) p
          cross join (select ${pairs(sql`${like.title}::text`)} as title,
            ${pairs(sql`left(${like.problem}::text, ${letters})`)} as problem offset 0) mine
          cross join lateral (select ${pairs(sql`p.title`)} as title, ${pairs(sql`left(p.problem, ${letters})`)} as problem,
            ${pairs(sql`p.title || ' ' || left(p.problem, ${letters})`)} as both offset 0) theirs) compared
       where likeness >= 0.25 order by likeness desc, no desc limit 5`);
    return rows;
  },
});
