import { and, desc, eq } from 'drizzle-orm';
import { commitment, works } from '@/db/schema/works';
import type { ProposalRow } from '@/features/proposals/moves';
import type { Database } from '@/lib/gate';

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
    .set({ text, outcome: null, repairOn: null, note: '', decidedBy: null, decidedAt: null })
    .where(and(eq(commitment.communityId, of.communityId), eq(commitment.id, known)));
}
