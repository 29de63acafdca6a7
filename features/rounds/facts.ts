import { sql } from 'drizzle-orm';
import { dated, fact, list, type Texts } from '@/lib/facts';
import type { Cells, Shares, Window } from './rules';

export interface RoundFact extends Window {
  no: number;
  k: number;
  state: 'open' | 'closed';
  version: number;
  closedAt: Date | null;
  summary: string;
  /** Per group: its households and how many have been heard. */
  groups: { name: string; households: number; reached: number }[];
  /** As counted, one per group; empty before the close. */
  cells: Cells[];
  /** Second looks nobody has taken yet: who wrote the opinion down and who was there may not take it. */
  rechecks: { recorder: number | null; witness: number | null; at: Date }[];
}

type Loaded = Omit<Texts<RoundFact>, 'rechecks'> & { rechecks: Texts<RoundFact['rechecks'][number]>[] };

interface Stopped {
  no: number;
  k: number;
  at: Date;
}

/** What a household has said in a round, or what stands for it. */
const heard = sql`(e.standing_opinion_id is not null or exists (select 1 from opinion o
  where o.community_id = proposal.community_id and o.round_id = e.round_id and o.household_id = e.household_id))`;

const rounds = list(sql`select json_agg(json_build_object('no', r.no, 'k', r.k, 'state', r.state,
    'version', r.plan_version, 'opensAt', r.opens_at, 'closesAt', r.closes_at, 'closedAt', r.closed_at,
    'summary', r.summary,
    'groups', case when r.state <> 'open' then '[]'::json else ${list(sql`select json_agg(json_build_object(
        'name', g.name, 'households', s.households, 'reached', s.reached) order by g.position) from affected_group g
      join (select e.group_id, count(*) as households, count(*) filter (where ${heard}) as reached from electorate e
        where e.community_id = proposal.community_id and e.round_id = r.id group by e.group_id) s on s.group_id = g.id
      where g.community_id = proposal.community_id`)} end,
    'cells', ${list(sql`select json_agg(json_build_object('supports', c.supports, 'conditional', c.conditional,
        'opposes', c.opposes, 'noView', c.no_view, 'refused', c.refused, 'notHome', c.not_home, 'notTried', c.not_tried))
      from round_cell c where c.community_id = proposal.community_id and c.round_id = r.id`)},
    'rechecks', (select coalesce(json_agg(json_build_object('recorder', o.recorder_id, 'witness', o.witness_id,
        'at', x.drawn_at)), '[]'::json) from recheck x join opinion o on o.community_id = x.community_id and o.id = x.opinion_id
      where x.community_id = proposal.community_id and x.outcome is null and o.round_id = r.id)) order by r.k desc)
  from round r where r.community_id = proposal.community_id and r.proposal_id = proposal.id and r.state <> 'void'`);

/** The latest round, when it was stopped before anybody counted it. */
const stopped = sql`(select json_build_object('no', x.no, 'k', x.k, 'at', x.closed_at) from (select r.* from round r
  where r.community_id = proposal.community_id and r.proposal_id = proposal.id order by r.no desc limit 1) x where x.state = 'void')`;

export const roundFacts = {
  /** All that hold, the newest first. */
  rounds: fact<RoundFact[], Loaded[]>(rounds, (rows) =>
    rows.map(({ rechecks, ...row }) => ({
      ...dated<Omit<RoundFact, 'rechecks'>>(row, 'opensAt', 'closesAt', 'closedAt'),
      rechecks: rechecks.map((one) => dated(one, 'at')),
    })),
  ),
  /** The latest round, when it was stopped before it was counted. */
  stopped: fact<Stopped | null, Texts<Stopped> | null>(stopped, (row) => row && dated<Stopped>(row, 'at')),
  /** As frozen when the consultation started; before that, as the community has them. */
  shares: fact<Shares>(
    sql`coalesce(proposal.rule, (select c.settings from community c where c.id = proposal.community_id))`,
  ),
};
