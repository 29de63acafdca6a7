import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { proposal } from '@/db/schema/proposals';
import { query } from '@/lib/gate';

/** Proposals like this one, likest first, at most five. Letters in threes, which works for Chinese (pg_trgm). */
export const similarProposals = query({
  name: 'proposals.similar',
  allow: (who) => who.kind === 'person' && (who.households.length > 0 || who.grants.length > 0),
  read: async ({ db, communityId }, like: { title: string; place: string; problem: string }) => {
    const words = sql`${proposal.title} || ' ' || ${proposal.place} || ' ' || ${proposal.problem}`;
    const likeness = sql<number>`greatest(
      word_similarity(${like.title}, ${words}),
      similarity(${like.place}, ${proposal.place}),
      similarity(${like.title}, ${proposal.title}),
      word_similarity(${like.problem}, ${proposal.problem}))`;
    return db
      .select({ no: proposal.no, title: proposal.title, place: proposal.place, state: proposal.state })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), isNotNull(proposal.no), sql`${likeness} >= 0.22`))
      .orderBy(desc(likeness), desc(proposal.no))
      .limit(5);
  },
});
