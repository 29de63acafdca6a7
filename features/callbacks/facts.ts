import { sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import { dated, fact, type Known, list, momentOrNone, type Texts } from '@/lib/facts';
import type { Parts } from './rules';

/** Calls nobody has made yet, and who may not make them. */
interface Calls extends Parts {
  open: number;
  since: Date | null;
  /** Waves in which everybody was called and that nobody has closed, and when the last call was made. */
  over: number;
  overSince: Date | null;
}

/** The same as `isUnsolved`, of a row `c`. */
export const notSolved = sql`c.reached and (c.resolved is false or c.satisfaction = 'dissatisfied')`;

const callbacks = sql`(select json_build_object('open', coalesce(sum(y.open), 0), 'since', min(v.drawn_at) filter (where y.open > 0),
    'over', count(*) filter (where y.open = 0), 'overSince', max(y.last) filter (where y.open = 0),
    'handlers', array_remove(array[proposal.author_id, proposal.groups_named_by, proposal.groups_confirmed_by], null),
    'builders', ${list(sql`select json_agg(distinct x.person) from works b
      join milestone m on m.community_id = b.community_id and m.works_id = b.id
      cross join lateral (values (m.reported_by), (m.checked_by)) x (person)
      where b.community_id = proposal.community_id and b.proposal_id = proposal.id and x.person is not null`)})
  from callback_wave v cross join lateral (select count(*) filter (where c.at is null) as open, max(c.at) as last
    from callback c where c.community_id = v.community_id and c.wave_id = v.id) y
  where v.community_id = proposal.community_id and v.proposal_id = proposal.id and v.closed_at is null and v.completed_at = (select w.completed_at
    from works w where w.community_id = proposal.community_id and w.proposal_id = proposal.id order by w.id desc limit 1))`;

/** Of the last waves: who said that it is not solved and was answered nothing, by whether the office may know who. */
interface Unsolved {
  told: number;
  untold: number;
  since: Date | null;
}

const unsolved = sql`(select json_build_object('told', count(*) filter (where c.may_tell), 'untold', count(*) filter (where not c.may_tell),
    'since', min(c.at)) from callback_wave v join callback c on c.community_id = v.community_id and c.wave_id = v.id
  where v.community_id = proposal.community_id and v.proposal_id = proposal.id and ${notSolved} and c.followed_at is null)`;

export const callbackFacts = {
  ...baseFacts,
  callbacks: fact<Calls, Texts<Calls>>(callbacks, (row) => dated<Calls>(row, 'since', 'overSince')),
  snowDrawn: fact<boolean>(sql`exists (select from callback_wave v where v.community_id = proposal.community_id
    and v.proposal_id = proposal.id and v.wave = 'first_snow' and v.completed_at = (select w.completed_at from works w
      where w.community_id = proposal.community_id and w.proposal_id = proposal.id order by w.id desc limit 1))`),
  unsolved: fact<Unsolved, Texts<Unsolved>>(unsolved, (row) => dated<Unsolved>(row, 'since')),
  /** When what is being verified was completed; null while it is built, or built again. */
  worksCompletedAt: momentOrNone(sql`(select w.completed_at from works w
    where w.community_id = proposal.community_id and w.proposal_id = proposal.id order by w.id desc limit 1)`),
};
export type CallbackFacts = Known<typeof callbackFacts>;
