import { sql } from 'drizzle-orm';
import { dated, fact, list, type Texts } from '@/lib/facts';
import type { Opposition, SignerRole } from './rules';

interface NoticeFact {
  to: Date;
  opposition: Opposition[];
  signed: { role: SignerRole; signer: number }[];
}

const notice = sql`(select json_build_object('to', n.to_at,
    'opposition', ${list(sql`select json_agg(json_build_object('answered', y.answer is not null,
        'upheld', y.upheld is true)) from notice_opposition y
      where y.community_id = proposal.community_id and y.notice_id = n.id and y.replaced_at is null`)},
    'signed', ${list(sql`select json_agg(json_build_object('role', g.role, 'signer', g.signer_id)) from resolution s
      join signature g on g.community_id = s.community_id and g.resolution_id = s.id
      where s.community_id = proposal.community_id and s.notice_id = n.id`)})
  from notice n where n.community_id = proposal.community_id and n.proposal_id = proposal.id and n.state <> 'returned' order by n.id desc limit 1)`;

export const signoffFacts = {
  /** The latest that was not taken down. */
  notice: fact<NoticeFact | null, Texts<NoticeFact> | null>(notice, (row) => row && dated<NoticeFact>(row, 'to')),
};
