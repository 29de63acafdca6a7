import { type SQL, sql } from 'drizzle-orm';
import { planFacts } from '@/features/plans/facts';
import { baseFacts, isDisowned } from '@/features/proposals/facts';
import { groupFacts } from '@/features/scoping/facts';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';
import type { Cells, Shares } from './rules';
import type { Window } from './rules/window';

export interface RoundFact extends Window {
  no: number;
  k: number;
  state: 'open' | 'closed';
  version: number;
  closedAt: Date | null;
  summary: string;
  /** As counted, one per group; empty before the close. */
  cells: Cells[];
}

interface Stopped {
  no: number;
  k: number;
  at: Date;
}

const rounds = list(sql`select json_agg(json_build_object('no', r.no, 'k', r.k, 'state', r.state,
    'version', r.plan_version, 'opensAt', r.opens_at, 'closesAt', r.closes_at, 'closedAt', r.closed_at,
    'summary', r.summary,
    'cells', ${list(sql`select json_agg(json_build_object('supports', c.supports, 'conditional', c.conditional,
        'opposes', c.opposes, 'noView', c.no_view, 'refused', c.refused, 'notHome', c.not_home, 'notTried', c.not_tried))
      from round_cell c where c.community_id = proposal.community_id and c.round_id = r.id`)}) order by r.k desc)
  from round r where r.community_id = proposal.community_id and r.proposal_id = proposal.id and r.state <> 'void'`);

/** As frozen when the consultation started; before that, as the community has them. */
const rule = sql`coalesce(proposal.rule, (select c.settings from community c where c.id = proposal.community_id))`;

/** What the acts with one round need of its proposal. */
export const ofTerm = { termActive: baseFacts.termActive };

export const roundFacts = {
  ...baseFacts,
  plans: planFacts.plans,
  households: groupFacts.households,
  /** All that hold, the newest first. */
  rounds: fact<RoundFact[], Texts<RoundFact>[]>(rounds, (rows) =>
    rows.map((row) => dated<RoundFact>(row, 'opensAt', 'closesAt', 'closedAt')),
  ),
  shares: fact<Shares>(rule),
  /** How many days a round lasts at least, as the community has it. */
  roundDays: fact<number>(sql`(${rule}->>'roundDays')::int`),
  /** Objections that stand by themselves and are not done with. */
  openObjections: fact<number>(sql`(select count(*) from objection o where o.community_id = proposal.community_id
    and o.proposal_id = proposal.id and o.merged_into is null
    and o.state in ('raised', 'acknowledged', 'answered', 'maintained'))`),
};
export type RoundFacts = Known<typeof roundFacts>;

/** Whether a household of a round has said something in it, or what it said before still stands: at the desk and at the doors. */
export const isHeard = (
  of: SQL,
) => sql<boolean>`(${of}.standing_opinion_id is not null and not ${isDisowned(of, sql`${of}.standing_opinion_id`)}
  or exists (select 1 from opinion o where o.community_id = ${of}.community_id and o.round_id = ${of}.round_id
    and o.household_id = ${of}.household_id and not ${isDisowned(sql`o`)}))`;

/** What only the desk shows, of every household. */
export const heardFacts = {
  /** Per group of the round under way, its households and how many have been heard; empty where none is. */
  heard: fact<{ name: string; households: number; reached: number }[]>(
    list(sql`select json_agg(json_build_object('name', g.name, 'households', s.households, 'reached', s.reached)
        order by g.position) from affected_group g
      join (select e.group_id, count(*) as households,
          count(*) filter (where ${isHeard(sql`e`)}) as reached
        from electorate e join round r on r.community_id = e.community_id and r.id = e.round_id
        where r.community_id = proposal.community_id and r.proposal_id = proposal.id and r.state = 'open'
        group by e.group_id) s on s.group_id = g.id
      where g.community_id = proposal.community_id`),
  ),
  /** The latest round, when it was stopped before anybody counted it. */
  stopped: fact<Stopped | null, Texts<Stopped> | null>(
    sql`(select json_build_object('no', x.no, 'k', x.k, 'at', x.closed_at) from (select r.* from round r
      where r.community_id = proposal.community_id and r.proposal_id = proposal.id order by r.no desc limit 1) x
      where x.state = 'void')`,
    (row) => row && dated<Stopped>(row, 'at'),
  ),
};
export type HeardFacts = Pick<Known<typeof heardFacts>, 'heard'>;
