import { legalGate } from '@/db/schema/scoping';
import type { Database } from '@/lib/gate';
import type { ProposalRow } from '../moves';
import { GATES_OF } from '../rules/gates';

/** What the law may ask of its kind appears; how much that is. */
export async function openLegalGates(db: Database, { communityId, id, kind }: ProposalRow): Promise<number> {
  const gates = GATES_OF[kind];
  await db
    .insert(legalGate)
    .values(gates.map(({ key }) => ({ communityId, proposalId: id, key })))
    .onConflictDoNothing();
  return gates.length;
}
