import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { comparison } from '@/db/schema/alternatives';
import { round } from '@/db/schema/rounds';
import { notice } from '@/db/schema/signoff';
import type { Database } from '@/lib/gate';
import type { ProposalRow } from '../moves';

/**
 * What was under way ends with the proposal: an open round is void, a running notice is taken down. Returns the subjects
 * of the board that change by it.
 */
export async function stopRunning(db: Database, row: ProposalRow, now: Date): Promise<string[]> {
  const voided = await db
    .update(round)
    .set({ state: 'void', closedAt: now })
    .where(and(eq(round.communityId, row.communityId), eq(round.proposalId, row.id), eq(round.state, 'open')));
  await db
    .update(notice)
    .set({ state: 'returned' })
    .where(and(eq(notice.communityId, row.communityId), eq(notice.proposalId, row.id), eq(notice.state, 'running')));
  await db
    .update(comparison)
    .set({ endedAt: now })
    .where(
      and(
        ...[eq(comparison.communityId, row.communityId), eq(comparison.proposalId, row.id)],
        ...[isNull(comparison.endedAt), isNotNull(comparison.opensAt), sql`${row.state} = 'comparing'`],
      ),
    );
  return (voided.rowCount ?? 0) > 0 ? ['rounds'] : [];
}
