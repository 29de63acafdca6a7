import { sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import { fact, type Known, list } from '@/lib/facts';
import type { ConsentState } from './rules';

export interface Consent {
  position: number;
  organisation: string;
  asked: string;
  askedOn: string;
  due: string;
  state: ConsentState;
  answer: string;
  answeredOn: string | null;
  askedBy: number;
}

export const consentFacts = {
  ...baseFacts,
  consents: fact<Consent[]>(
    list(sql`select json_agg(json_build_object('position', c.position, 'organisation', c.organisation, 'asked', c.asked,
        'askedOn', c.asked_on, 'due', c.due, 'state', c.state, 'answer', c.answer, 'answeredOn', c.answered_on,
        'askedBy', c.asked_by) order by c.position)
      from outside_consent c where c.community_id = proposal.community_id and c.proposal_id = proposal.id`),
  ),
  /** Somebody has signed the text it stands in. */
  signedBySome: fact<boolean>(sql`exists (select from notice n
    join resolution s on s.community_id = n.community_id and s.notice_id = n.id
    join signature g on g.community_id = s.community_id and g.resolution_id = s.id
    where n.community_id = proposal.community_id and n.proposal_id = proposal.id and n.state = 'running')`),
};
export type ConsentFacts = Known<typeof consentFacts>;
