import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { proposalEvent } from '@/db/schema/proposals';
import type { Database } from '@/lib/gate';
import { extensionsHeld } from './rules';

/** The extensions of a round that hold, oldest first. */
export async function extensionsOf(db: Database, row: { communityId: number; proposalId: number; no: number }) {
  const moves = await db
    .select({
      back: sql<boolean>`${proposalEvent.kind} = 'extension_taken_back'`,
      from: sql<string>`${proposalEvent.detail}->>'from'`,
      to: sql<string>`${proposalEvent.detail}->>'to'`,
      at: proposalEvent.at,
    })
    .from(proposalEvent)
    .where(
      and(
        eq(proposalEvent.communityId, row.communityId),
        eq(proposalEvent.proposalId, row.proposalId),
        inArray(proposalEvent.kind, ['round_extended', 'extension_taken_back']),
        sql`${proposalEvent.detail} ? 'from' and (${proposalEvent.detail}->>'round')::int = ${row.no}`,
      ),
    )
    .orderBy(asc(proposalEvent.id));
  return extensionsHeld(moves.map(({ from, to, ...move }) => ({ ...move, from: new Date(from), to: new Date(to) })));
}
