import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import { proposalEvent } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import type { Database } from '@/lib/gate';
import { type Refusal, refuse } from '@/lib/result';

/**
 * The refusal for a round that was stopped, with what is published of why: `state` is where its proposal went, empty
 * when its groups changed; `again` the day somebody looks at it again, `YYYY-MM-DD`. An author's own reason stays theirs.
 */
export async function whyStopped(db: Database, communityId: number, roundId: number): Promise<Refusal> {
  const [event] = await db
    .select({
      state: proposalEvent.to,
      role: proposalEvent.role,
      reason: proposalEvent.reason,
      detail: proposalEvent.detail,
    })
    .from(proposalEvent)
    .innerJoin(
      round,
      and(eq(round.communityId, proposalEvent.communityId), eq(round.proposalId, proposalEvent.proposalId)),
    )
    .where(
      and(
        eq(round.communityId, communityId),
        eq(round.id, roundId),
        inArray(proposalEvent.to, ['shelved', 'withdrawn']),
        gte(proposalEvent.at, round.closedAt),
      ),
    )
    .orderBy(asc(proposalEvent.id))
    .limit(1);
  const own = event?.role === 'resident' || event?.role === 'captain';
  return refuse('round_void', {
    state: event?.state ?? '',
    reason: own ? '' : (event?.reason ?? ''),
    again: String(event?.detail.lookAgainOn ?? ''),
  }).refusal;
}
