import { and, eq } from 'drizzle-orm';
import { proposal, proposalEvent } from '@/db/schema/proposals';
import type { ProposalState } from '@/db/words/proposals';
import type { Database } from '@/lib/gate';

export type ProposalRow = typeof proposal.$inferSelect;

/** The proposal of this number, locked: every step of its life takes this lock first. */
export async function lockProposal(db: Database, communityId: number, no: number): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)))
    .for('update');
  return row;
}

export async function lockProposalById(
  db: Database,
  communityId: number,
  id: number,
): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.id, id)))
    .for('update');
  return row;
}

interface Step {
  /** What happened: `submitted`, `round_opened`, `agreed` … */
  kind: string;
  /** The new state; absent when only an event is noted. */
  to?: ProposalState;
  /** In what capacity: a role, `resident`, `system`. */
  role: string;
  personId: number | null;
  reason?: string;
  detail?: Record<string, string | number>;
  now: Date;
}

/** Writes the event, and the new state if there is one. The caller has locked the row and asked the rules. */
export async function recordStep(db: Database, row: ProposalRow, step: Step): Promise<void> {
  const to = step.to ?? row.state;
  await db
    .update(proposal)
    .set({ state: to, lastEventAt: step.now, ...(step.to && step.to !== row.state ? { stateAt: step.now } : {}) })
    .where(and(eq(proposal.communityId, row.communityId), eq(proposal.id, row.id)));
  await db.insert(proposalEvent).values({
    communityId: row.communityId,
    proposalId: row.id,
    kind: step.kind,
    from: row.state,
    to,
    role: step.role,
    personId: step.personId,
    reason: step.reason ?? '',
    detail: step.detail ?? {},
    at: step.now,
  });
}
