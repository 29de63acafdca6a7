import { and, desc, eq } from 'drizzle-orm';
import { proposal } from '@/db/schema/proposals';
import { commitment, works } from '@/db/schema/works';
import type { ProposalState } from '@/db/words/proposals';
import { lockKnown, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import type { Database, Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { siteFacts, worksFacts } from './facts';

export const lockWorks = (scope: Scope, input: { proposal: number }) => lockKnown(scope, input.proposal, worksFacts);

/** The site of this number: whatever happens to it happens under the lock of its proposal. */
export async function lockSite(scope: Scope, input: { works: number }) {
  const [of] = await scope.db
    .select({ no: proposal.no })
    .from(works)
    .innerJoin(proposal, and(eq(proposal.communityId, works.communityId), eq(proposal.id, works.proposalId)))
    .where(and(eq(works.communityId, scope.communityId), eq(works.no, input.works)));
  const facts = of && (await lockKnown(scope, of.no ?? 0, siteFacts(input.works)));
  return facts?.works ? { ...facts, works: facts.works } : undefined;
}

/** What is looked at anew is not mended any more, or not yet. */
export const unmended = { mendedAt: null, mendedBy: null, mendNote: '' };

/** A promise of a site. */
export async function lockPromise(scope: Scope, input: { works: number; commitment: number }) {
  const facts = await lockSite(scope, input);
  const held = facts?.works.commitments.find((one) => one.id === input.commitment);
  return facts && held && { ...facts, commitment: held };
}

interface Step {
  kind: string;
  to?: ProposalState;
  reason?: string;
  detail?: Record<string, string | number>;
  /** What stands in the leaf beside the detail. */
  leaf?: { [key: string]: Json };
}

/** A step with its event, its leaf and the board's subjects. */
export async function step(
  { db, now, actor }: Pick<Scope, 'db' | 'now'> & { actor: Actor },
  row: ProposalRow,
  no: number,
  { leaf, ...event }: Step,
) {
  await recordStep(db, row, { ...event, role: roleOf(actor), personId: personOf(actor), now });
  return {
    ok: true as const,
    leaf: { subject: `works/${no}`, content: { step: event.kind, ...event.detail, ...leaf } },
    changed: [`proposal/${row.no}`, 'proposals'],
  };
}

/** The last site of a proposal, and what was promised there to an objection. */
export interface PromiseAt {
  communityId: number;
  worksId: number;
  works: number;
  objectionId: number;
  /** Its id; null where nothing was promised to it. */
  promise: number | null;
}

export async function promiseAt(
  db: Database,
  { communityId, id }: ProposalRow,
  objectionId: number,
): Promise<PromiseAt | undefined> {
  const [site] = await db
    .select({ id: works.id, no: works.no })
    .from(works)
    .where(and(eq(works.communityId, communityId), eq(works.proposalId, id)))
    .orderBy(desc(works.id))
    .limit(1);
  if (!site) return undefined;
  const [held] = await db
    .select({ id: commitment.id })
    .from(commitment)
    .where(
      and(
        eq(commitment.communityId, communityId),
        eq(commitment.worksId, site.id),
        eq(commitment.objectionId, objectionId),
      ),
    )
    .for('update');
  return { communityId, worksId: site.id, works: site.no, objectionId, promise: held?.id ?? null };
}

/** Promises this in these words; what the delegate said of an earlier wording no longer holds. */
export async function promise(
  db: Database,
  { works: _, promise: known, ...of }: PromiseAt,
  text: string,
): Promise<void> {
  if (known === null) {
    await db.insert(commitment).values({ ...of, text });
    return;
  }
  await db
    .update(commitment)
    .set({ text, outcome: null, repairOn: null, note: '', decidedBy: null, decidedAt: null, ...unmended })
    .where(and(eq(commitment.communityId, of.communityId), eq(commitment.id, known)));
}
