import { type SQL, sql } from 'drizzle-orm';
import type { PeriodTold } from '@/db/words/playbooks';
import { baseFacts } from '@/features/proposals/facts';
import { fact } from '@/lib/facts';
import { FEWEST_TOLD } from './rules';

/** What the desk knows of it: the number of the playbook in use that was drawn from this proposal. */
export const playbookFacts = {
  ...baseFacts,
  playbook: fact<number | null>(sql`(select b.no from playbook b where b.community_id = proposal.community_id
    and b.proposal_id = proposal.id and b.retired_at is null)`),
};

interface GroupSaid {
  name: string;
  effect: 'benefits' | 'bears' | 'neutral';
  households: number | null;
  first: { kinds: string[]; count: number }[] | null;
  last: { kinds: string[]; count: number }[] | null;
}

/** What a group's cells of the first or the last closed round tell. */
const cell = (order: SQL) => sql`(select c.published from round_cell c
  join round r on r.community_id = c.community_id and r.id = c.round_id and r.state <> 'open'
  where c.community_id = g.community_id and c.group_id = g.id order by r.k ${order} limit 1)`;

/** Of the last works. */
const site = (what: SQL) => sql`(select ${what} from works w where w.community_id = proposal.community_id
  and w.proposal_id = proposal.id order by w.id desc limit 1)`;

const completedOn = site(sql`(w.completed_at at time zone 'Asia/Shanghai')::date`);
const askedFrom = sql`(select (min(r.opens_at) at time zone 'Asia/Shanghai')::date from round r
  where r.community_id = proposal.community_id and r.proposal_id = proposal.id)`;

/** The last period for which this holds that the board has told with every count, and that stands. */
const periodTold = (
  holds: SQL,
) => sql`(select json_build_object('from', r.from_day, 'to', r.to_day, 'effective', r.effective,
    'resolved', r.resolved, 'satisfied', r.satisfied, 'fairly', r.fairly_satisfied) from rate_period r
  where r.community_id = proposal.community_id and ${holds} and (r.source = 'reported' or r.effective >= ${FEWEST_TOLD})
    and r.resolved is not null and r.satisfied is not null and r.fairly_satisfied is not null
    and not exists (select from rate_period x where x.community_id = r.community_id and x.corrects = r.id)
  order by r.to_day desc, r.id desc limit 1)`;

/** All that is known of how a proposal went, for what a playbook begins with. */
export const courseFacts = {
  ...playbookFacts,
  place: fact<string>(sql`proposal.place`),
  /** As it hangs on the board. */
  problem: fact<string>(sql`coalesce(proposal.shown_problem, proposal.problem)`),
  cases: fact<number>(sql`(select count(*)::int from case_link l where l.community_id = proposal.community_id
    and l.proposal_id = proposal.id)`),
  rounds: fact<number>(sql`(select count(*)::int from round r where r.community_id = proposal.community_id
    and r.proposal_id = proposal.id and r.state <> 'open')`),
  versions: fact<number>(sql`(select count(*)::int from plan p where p.community_id = proposal.community_id
    and p.proposal_id = proposal.id and p.state = 'published')`),
  answers: fact<number>(sql`(select count(*)::int from objection o where o.community_id = proposal.community_id
    and o.proposal_id = proposal.id and o.merged_into is null and o.answer_kind is not null)`),
  milestones: fact<string[]>(sql`coalesce((select json_agg(m.name order by m.position) from milestone m
    where m.community_id = proposal.community_id and m.works_id = ${site(sql`w.id`)}), '[]')`),
  budget: fact<number | null>(site(sql`w.budget`)),
  /** From the day the first round opened to the day it was completed, both counted. */
  days: fact<number | null>(sql`((${completedOn}) - ${askedFrom} + 1)`),
  figures: fact<{ before: PeriodTold | null; after: PeriodTold | null }>(sql`json_build_object(
    'before', ${periodTold(sql`r.to_day < ${askedFrom}`)}, 'after', ${periodTold(sql`r.from_day > ${completedOn}`)})`),
  /** Whoever went to doors, wrote down, opened a round or signed. */
  people: fact<number>(sql`(select count(distinct x.id)::int from (
    select o.recorder_id as id from opinion o join round r on r.community_id = o.community_id and r.id = o.round_id
      where o.community_id = proposal.community_id and r.proposal_id = proposal.id and o.recorder_id is not null
    union all select v.visitor_id from visit v join round r on r.community_id = v.community_id and r.id = v.round_id
      where v.community_id = proposal.community_id and r.proposal_id = proposal.id
    union all select r.opened_by from round r where r.community_id = proposal.community_id and r.proposal_id = proposal.id
    union all select s.signer_id from signature s join resolution z on z.community_id = s.community_id
        and z.id = s.resolution_id
      where s.community_id = proposal.community_id and z.proposal_id = proposal.id) x)`),
  groups: fact<GroupSaid[]>(sql`coalesce((select json_agg(json_build_object('name', g.name, 'effect', g.effect,
      'households', g.households, 'first', ${cell(sql`asc`)}, 'last', ${cell(sql`desc`)}) order by g.position)
    from affected_group g where g.community_id = proposal.community_id and g.proposal_id = proposal.id), '[]')`),
  /** Of each group of the last closed wave. */
  called: fact<{ answered: number; content: number }[]>(sql`coalesce((select json_agg(x) from (
    select count(*) filter (where b.reached and b.satisfaction is not null)::int as answered,
        count(*) filter (where b.reached and b.satisfaction in ('satisfied', 'fairly_satisfied'))::int as content
      from callback b where b.community_id = proposal.community_id and b.group_id is not null
        and b.wave_id = (select v.id from callback_wave v where v.community_id = proposal.community_id
          and v.proposal_id = proposal.id and v.closed_at is not null order by v.closed_at desc limit 1)
      group by b.group_id) x), '[]')`),
};
