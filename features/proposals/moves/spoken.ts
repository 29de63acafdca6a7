import { and, asc, eq, gte, inArray, isNull, ne, not, sql } from 'drizzle-orm';
import { alternativeWord, comparison } from '@/db/schema/alternatives';
import { opinion } from '@/db/schema/opinions';
import { proposal } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import type { Database } from '@/lib/gate';
import { isDisowned } from '../facts';
import { WORD_COUNTS_IN } from '../rules';

interface Of {
  communityId: number;
  householdId: number;
  personId: number;
  since: Date;
}

/** Opinions somebody has said for a home since then that may still change something: of what is not signed yet. */
export async function spokenFor(db: Database, of: Of): Promise<{ id: number; proposalId: number }[]> {
  return db
    .select({ id: opinion.id, proposalId: round.proposalId })
    .from(opinion)
    .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
    .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
    .where(
      and(
        ...[eq(opinion.communityId, of.communityId), eq(opinion.householdId, of.householdId)],
        ...[eq(opinion.authorId, of.personId), gte(opinion.receivedAt, of.since), not(isDisowned())],
        ...[ne(round.state, 'void'), inArray(proposal.state, [...WORD_COUNTS_IN])],
      ),
    )
    .orderBy(asc(round.proposalId), asc(opinion.id));
}

/** What somebody has said for a home since then of alternatives nobody has chosen from. */
export async function comparedFor(db: Database, of: Of): Promise<{ id: number; proposalId: number }[]> {
  return db
    .select({ id: alternativeWord.id, proposalId: comparison.proposalId })
    .from(alternativeWord)
    .innerJoin(
      comparison,
      and(eq(comparison.communityId, alternativeWord.communityId), eq(comparison.id, alternativeWord.comparisonId)),
    )
    .where(
      and(
        ...[eq(alternativeWord.communityId, of.communityId), eq(alternativeWord.householdId, of.householdId)],
        ...[eq(alternativeWord.authorId, of.personId), gte(alternativeWord.receivedAt, of.since)],
        isNull(comparison.endedAt),
        sql`not exists (select from alternative_disowned d where d.community_id = ${alternativeWord.communityId}
          and d.word_id = ${alternativeWord.id})`,
        sql`not exists (select from alternative_choice x where x.community_id = ${comparison.communityId}
          and x.comparison_id = ${comparison.id})`,
      ),
    )
    .orderBy(asc(comparison.proposalId), asc(alternativeWord.id));
}
