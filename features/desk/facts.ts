import { sql } from 'drizzle-orm';
import { callbackFacts } from '@/features/callbacks/facts';
import { mergerFacts } from '@/features/mergers/facts';
import { objectionFacts } from '@/features/objections/facts';
import { recheckFacts } from '@/features/opinions/facts';
import { pictureFacts } from '@/features/pictures/facts';
import { planFacts } from '@/features/plans/facts';
import { proposalFacts } from '@/features/proposals/facts';
import { heardFacts, roundFacts } from '@/features/rounds/facts';
import { groupFacts, scopingFacts } from '@/features/scoping/facts';
import { signoffFacts } from '@/features/signoff/facts';
import { worksFacts } from '@/features/works/facts';
import { fact, type Known } from '@/lib/facts';
import type { Refusal } from '@/lib/result';

/** What is known of one proposal for everybody's next act at the desk, and for its parts. */
export const lifeFacts = {
  ...{ ...proposalFacts, ...scopingFacts, ...groupFacts, ...mergerFacts, ...pictureFacts, ...planFacts },
  ...{
    ...roundFacts,
    ...heardFacts,
    ...recheckFacts,
    ...objectionFacts,
    ...signoffFacts,
    ...worksFacts,
    ...callbackFacts,
  },
  comments: fact<number>(sql`(select count(*) from comment c
    where c.community_id = proposal.community_id and c.proposal_id = proposal.id)`),
};
export type LifeFacts = Known<typeof lifeFacts> & {
  /** Whether its groups agree; undefined where nobody has counted. Null: they do. */
  agreement?: Refusal | null;
};
