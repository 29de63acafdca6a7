import { sql } from 'drizzle-orm';
import { consentFacts } from '@/features/beyond/facts';
import { objectionFacts } from '@/features/objections/facts';
import { planFacts } from '@/features/plans/facts';
import { baseFacts, ownFacts } from '@/features/proposals/facts';
import { roundFacts } from '@/features/rounds/facts';
import { scopingFacts } from '@/features/scoping/facts';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';
import type { Opposition, Signature } from './rules';

export interface OppositionFact extends Opposition {
  id: number;
  household: number;
  /** Written down for it, at its door. */
  recorded: boolean;
}

export interface NoticeFact {
  id: number;
  /** Of the plan. */
  version: number;
  from: Date;
  to: Date;
  /** Neither signed nor taken down. */
  running: boolean;
  /** What was said against it and not said anew since. */
  opposition: OppositionFact[];
  signed: Signature[];
}

const notice = sql`(select json_build_object('id', n.id, 'version', n.plan_version, 'from', n.from_at, 'to', n.to_at,
    'running', n.state = 'running',
    'opposition', ${list(sql`select json_agg(json_build_object('id', y.id, 'household', y.household_id,
        'recorded', y.recorder_id is not null, 'answered', y.answer is not null, 'upheld', y.upheld is true) order by y.id)
      from notice_opposition y
      where y.community_id = proposal.community_id and y.notice_id = n.id and y.replaced_at is null`)},
    'signed', ${list(sql`select json_agg(json_build_object('role', g.role, 'signer', g.signer_id,
        'hash', encode(g.hash, 'hex'))) from resolution s
      join signature g on g.community_id = s.community_id and g.resolution_id = s.id
      where s.community_id = proposal.community_id and s.notice_id = n.id`)})
  from notice n where n.community_id = proposal.community_id and n.proposal_id = proposal.id and n.state <> 'returned'
  order by n.id desc limit 1)`;

export const signoffFacts = {
  ...baseFacts,
  authorId: ownFacts.authorId,
  gates: scopingFacts.gates,
  consents: consentFacts.consents,
  /** The latest that was not taken down. */
  notice: fact<NoticeFact | null, Texts<NoticeFact> | null>(
    notice,
    (row) => row && dated<NoticeFact>(row, 'from', 'to'),
  ),
};
export type SignoffFacts = Known<typeof signoffFacts>;

/** With what the desk asks of its rounds. */
export const decisionFacts = {
  ...signoffFacts,
  plans: planFacts.plans,
  rounds: roundFacts.rounds,
  undrawn: objectionFacts.undrawn,
};
export type DecisionFacts = Known<typeof decisionFacts>;
