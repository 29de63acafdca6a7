import { sql } from 'drizzle-orm';
import { baseFacts, isDisowned } from '@/features/proposals/facts';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';

export interface ObjectionFact {
  id: number;
  no: number;
  state: 'raised' | 'acknowledged' | 'answered' | 'settled' | 'maintained' | 'withdrawn' | 'lapsed';
  raisedAt: Date;
  answeredAt: Date | null;
  answered: boolean;
  /** Written up to the district. */
  escalated: boolean;
  /** Households that raised it and have not said whether the answer will do. */
  silent: number[];
  /** In the words of those who still object. */
  maintained: string[];
}

interface Undrawn {
  count: number;
  since: Date | null;
}

const objections = list(sql`select json_agg(json_build_object('id', x.id, 'no', x.no, 'state', x.state,
    'raisedAt', x.raised_at, 'answeredAt', x.answered_at, 'answered', x.answer_kind is not null,
    'escalated', x.escalated_at is not null,
    'silent', ${list(sql`select json_agg(w.household_id) from objection_raiser w
      where w.community_id = proposal.community_id and w.objection_id = x.id and w.verdict is null`)},
    'maintained', ${list(sql`select json_agg(w.verdict_words order by w.household_id) from objection_raiser w
      where w.community_id = proposal.community_id and w.objection_id = x.id and w.verdict = 'maintained'`)}) order by x.no)
  from objection x where x.community_id = proposal.community_id and x.proposal_id = proposal.id and x.merged_into is null`);

/** What its household stands on, and no objection was drawn from. */
const undrawn = sql`(select json_build_object('count', count(*), 'since', min(o.received_at))
  from round r join opinion o on o.community_id = r.community_id and o.round_id = r.id
  where r.community_id = proposal.community_id and r.proposal_id = proposal.id and r.state <> 'void' and proposal.state in ('consulting', 'redesign')
    and o.stance in ('oppose', 'support_if') and not ${isDisowned(sql`o`)}
    and not exists (select 1 from opinion l join round m on m.community_id = l.community_id and m.id = l.round_id
      where l.community_id = o.community_id and m.proposal_id = r.proposal_id and m.state <> 'void'
      and l.household_id = o.household_id and (m.k, l.own, l.seq) > (r.k, o.own, o.seq) and not ${isDisowned(sql`l`)})
    and not exists (select 1 from objection_raiser w where w.community_id = o.community_id and w.opinion_id = o.id))`;

/** What an objection was drawn from; one that was merged into another goes on there. */
export const drawnFrom = (communityId: number, proposalId: number) => sql`select w.opinion_id from objection_raiser w
  join objection x on x.community_id = w.community_id and x.id = w.objection_id
  where w.community_id = ${communityId} and x.proposal_id = ${proposalId}`;

export const objectionFacts = {
  ...baseFacts,
  objections: fact<ObjectionFact[], Texts<ObjectionFact>[]>(objections, (rows) =>
    rows.map((row) => dated<ObjectionFact>(row, 'raisedAt', 'answeredAt')),
  ),
  /** Words against it, or for it on a condition, that no objection was drawn from yet. */
  undrawn: fact<Undrawn, Texts<Undrawn>>(undrawn, (row) => dated<Undrawn>(row, 'since')),
};
export type ObjectionFacts = Known<typeof objectionFacts>;
