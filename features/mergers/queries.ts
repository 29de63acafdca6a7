import { and, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { merger } from '@/db/schema/mergers';
import { proposal } from '@/db/schema/proposals';
import type { ProposalState } from '@/db/words/proposals';
import { mayReadDesk } from '@/features/proposals/policy';
import { factColumn, readFacts } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { mergerFacts } from './facts';
import { INTO, undoUntil } from './rules';

export interface Joined {
  no: number;
  title: string;
}

const from = alias(proposal, 'from_proposal');
const into = alias(proposal, 'into_proposal');

/** Mergers that hold, of the proposal of this number: what it went on with, and what goes on with it. */
async function joinedTo({ db, communityId }: Scope, no: number) {
  const rows = await db
    .select({
      from: { no: from.no, title: from.title },
      into: { no: into.no, title: into.title, state: into.state },
      at: merger.at,
    })
    .from(merger)
    .innerJoin(from, and(eq(from.communityId, merger.communityId), eq(from.id, merger.proposalId)))
    .innerJoin(into, and(eq(into.communityId, merger.communityId), eq(into.id, merger.intoId)))
    .where(and(eq(merger.communityId, communityId), isNull(merger.undoneAt), or(eq(from.no, no), eq(into.no, no))))
    .orderBy(merger.id);
  const shown = (one: { no: number | null; title: string }): Joined => ({ no: one.no ?? 0, title: one.title });
  const own = rows.find((row) => row.from.no === no);
  return {
    into: own ? { ...shown(own.into), state: own.into.state, at: own.at } : null,
    from: rows.filter((row) => row.into.no === no).map((row) => shown(row.from)),
  };
}

/** For the board: where a merged proposal goes on, and which ones go on here. */
export const boardJoined = boardQuery({
  name: 'mergers.board',
  read: async (scope, { no }: { no: number }) => {
    const { into: one, from: others } = await joinedTo(scope, no);
    return { into: one && { no: one.no, title: one.title }, from: others };
  },
  shows: ({ no }) => [`proposal/${no}`],
});

export interface Candidate extends Joined {
  place: string;
  problem: string;
  state: ProposalState;
}

/** For the desk: the proposal beside those it could go on with, most alike first, and what its acts are asked about. */
export const deskMerger = query({
  name: 'mergers.desk',
  allow: (who) => mayReadDesk(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who, now } = scope;
    const like = sql<number>`greatest(similarity(${proposal.title}, ${into.title}),
      word_similarity(${proposal.title}, ${into.title} || ' ' || ${into.problem}),
      word_similarity(${proposal.problem}, ${into.problem}))`;
    const other = { no: into.no, title: into.title, place: into.place, problem: into.problem, state: into.state };
    const rows = await db
      .select({ row: proposal, other, facts: factColumn(mergerFacts) })
      .from(proposal)
      .leftJoin(
        into,
        and(
          ...[eq(into.communityId, proposal.communityId), ne(into.id, proposal.id), eq(into.waits, false)],
          inArray(into.state, [...INTO]),
        ),
      )
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), ne(proposal.state, 'draft')))
      .orderBy(desc(like), desc(into.no))
      .limit(8);
    const [first] = rows;
    if (!first) return undefined;
    const { row } = first;
    const joined = await joinedTo(scope, no);
    return {
      no,
      title: row.title,
      place: row.place,
      problem: row.problem,
      state: row.state,
      into: joined.into,
      undoUntil: joined.into ? undoUntil(joined.into.at) : null,
      candidates: rows.flatMap(({ other: one }): Candidate[] => (one ? [{ ...one, no: one.no ?? 0 }] : [])),
      asked: { facts: readFacts(mergerFacts, first.facts), who, now },
    };
  },
});
