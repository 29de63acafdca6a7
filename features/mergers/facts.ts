import { sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import type { State } from '@/features/proposals/rules';
import { fact, type Known, momentOf } from '@/lib/facts';

interface Merged {
  id: number;
  into: { no: number; state: State };
  at: Date;
}

export const mergerFacts = {
  ...baseFacts,
  /** What it goes on with now. */
  merged: fact<Merged | null, (Omit<Merged, 'at'> & { at: string }) | null>(
    sql`(select json_build_object('id', m.id, 'at', m.at, 'into', json_build_object('no', x.no, 'state', x.state))
      from merger m join proposal x on x.community_id = m.community_id and x.id = m.into_id
      where m.community_id = proposal.community_id and m.proposal_id = proposal.id and m.undone_at is null)`,
    (merged) => merged && { ...merged, at: momentOf(merged.at) },
  ),
};
export type MergerFacts = Known<typeof mergerFacts>;
