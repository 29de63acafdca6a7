import { sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import { dated, fact, type Known, list, momentOrNone, type Texts } from '@/lib/facts';
import type { Parts } from './rules';

/** Calls nobody has made yet, and who may not make them. */
interface Calls extends Parts {
  open: number;
  since: Date | null;
}

const callbacks = sql`(select json_build_object('open', count(y.id), 'since', min(v.drawn_at),
    'handlers', array_remove(array[proposal.author_id, proposal.groups_named_by, proposal.groups_confirmed_by], null),
    'builders', ${list(sql`select json_agg(distinct x.person) from works b
      join milestone m on m.community_id = b.community_id and m.works_id = b.id
      cross join lateral (values (m.reported_by), (m.checked_by)) x (person)
      where b.community_id = proposal.community_id and b.proposal_id = proposal.id and x.person is not null`)})
  from callback_wave v join callback y on y.community_id = v.community_id and y.wave_id = v.id and y.at is null
  where v.community_id = proposal.community_id and v.proposal_id = proposal.id and v.closed_at is null and v.completed_at = (select w.completed_at
    from works w where w.community_id = proposal.community_id and w.proposal_id = proposal.id order by w.id desc limit 1))`;

export const callbackFacts = {
  ...baseFacts,
  callbacks: fact<Calls, Texts<Calls>>(callbacks, (row) => dated<Calls>(row, 'since')),
  /** When what is being verified was completed; null while it is built, or built again. */
  worksCompletedAt: momentOrNone(sql`(select w.completed_at from works w
    where w.community_id = proposal.community_id and w.proposal_id = proposal.id order by w.id desc limit 1)`),
};
export type CallbackFacts = Known<typeof callbackFacts>;
