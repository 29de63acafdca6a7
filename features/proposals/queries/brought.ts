import { and, eq, isNotNull } from 'drizzle-orm';
import { proposal } from '@/db/schema/proposals';
import { factColumn, readFacts } from '@/lib/facts';
import { query } from '@/lib/query';
import { appeal, baseFacts } from '../facts';
import { asAuthor, mayReadDesk } from '../policy';
import { ownerOf } from '../rules';

const receiptFacts = { ...baseFacts, appeal };

/** The receipt of what somebody brought: how it stands, what of it hangs on the board, and who has it. */
export const proposalReceipt = query({
  name: 'proposal.receipt',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { db, communityId, who } = scope;
    const [found] = await db
      .select({ row: proposal, facts: factColumn(receiptFacts) })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), isNotNull(proposal.submittedAt)));
    const row = found?.row;
    const recorded = who.kind === 'person' && row?.recordedBy === who.personId;
    if (!row || !(recorded || asAuthor(who, row))) return undefined;
    const facts = readFacts(receiptFacts, found.facts);
    const { problem, ask, shownProblem, shownAsk } = row;
    const less = shownProblem !== null || shownAsk !== null;
    return {
      no,
      title: row.title,
      place: row.place,
      problem,
      ask,
      state: row.state,
      waits: row.waits,
      submittedAt: row.submittedAt ?? row.createdAt,
      shown: less ? { problem: shownProblem ?? problem, ask: shownAsk ?? ask } : null,
      appeal: facts.appeal,
      owner: ownerOf(row.state, facts.termActive, facts.appeal),
    };
  },
});

/** Whether proposals hang at once, and who asks. */
export const lookingChosen = query({
  name: 'proposals.looking',
  allow: (who) => mayReadDesk(who),
  read: async ({ community: { looksFirst }, who, now }, _: Record<never, never>) => ({
    facts: { looksFirst },
    who,
    now,
  }),
});
