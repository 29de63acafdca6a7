import { type SQL, sql } from 'drizzle-orm';
import { fact, type Known, maybeMoment, moment, momentOf, momentOrNone } from '@/lib/facts';
import type { Appeal, Kind, State } from './rules';

/** What is known of every proposal, of the row `proposal`. */
export const baseFacts = {
  id: fact<number>(sql`proposal.id`),
  no: fact<number>(sql`proposal.no`),
  title: fact<string>(sql`proposal.title`),
  kind: fact<Kind>(sql`proposal.kind`),
  /** Nobody has looked at it yet. */
  waits: fact<boolean>(sql`proposal.waits`),
  state: fact<State>(sql`proposal.state`),
  stateAt: moment(sql`proposal.state_at`),
  submittedAt: momentOrNone(sql`proposal.submitted_at`),
  lastEventAt: moment(sql`proposal.last_event_at`),
  /** Whether a governance secretary is in office today. */
  termActive: fact<boolean>(sql`exists (select 1 from term t where t.community_id = proposal.community_id
    and t.closed_at is null and (moment() at time zone 'Asia/Shanghai')::date between t.from_day and t.to_day)`),
};
export type BaseFacts = Known<typeof baseFacts>;

interface Event {
  personId: number | null;
  role: string;
  reason: string;
  detail: Record<string, string | number>;
  at: Date;
}

/** The last event of a kind since the proposal came into its state, where none of the kind `undone` followed it. */
const since = (kind: string, undone = kind) =>
  fact<Event | null, (Omit<Event, 'at'> & { at: string }) | null>(
    sql`(select json_build_object('personId', e.person_id, 'role', e.role, 'reason', e.reason, 'detail', e.detail,
        'at', e.at)
      from (select * from proposal_event e where e.community_id = proposal.community_id and e.proposal_id = proposal.id
        and e.kind in (${kind}, ${undone}) and e.at >= proposal.state_at order by e.id desc limit 1) e
      where e.kind = ${kind})`,
    (event) => event && { ...event, at: momentOf(event.at) },
  );

/** What was last heard of an appeal against the refusal that stands. */
export const appeal = fact<Appeal | null>(
  sql`(select json_build_object('kind', e.kind, 'at', e.at) from proposal_event e
    where e.community_id = proposal.community_id and e.proposal_id = proposal.id
      and e.kind in ('appealed', 'appeal_dismissed') and e.at >= proposal.state_at order by e.id desc limit 1)`,
);

export const proposalFacts = {
  ...baseFacts,
  /** Who wrote it, for themselves or for a household. */
  writtenBy: fact<number>(sql`coalesce(proposal.recorded_by, proposal.author_id)`),
  /** It went the short way: how that goes on is another act. */
  wentShort: fact<boolean>(sql`exists (select from short_way w where w.community_id = proposal.community_id
    and w.proposal_id = proposal.id and w.ended_at is null and w.done_at is not null)`),
  declined: since('declined'),
  appealed: since('appealed'),
  appealDismissed: since('appeal_dismissed'),
  /** Nobody has refused it. */
  shelvingProposed: since('shelving_proposed', 'shelving_refused'),
};
export type ProposalFacts = Known<typeof proposalFacts>;

export const comments = fact<number>(sql`(select count(*) from comment c
  where c.community_id = proposal.community_id and c.proposal_id = proposal.id)`);

/** Whether an opinion, by its name in the statement or as another row leads to it, is not its household's. */
export const isDisowned = (of: SQL = sql`opinion`, id = sql`${of}.id`) => sql<boolean>`exists (select from disowned d
  where d.community_id = ${of}.community_id and d.opinion_id = ${id})`;

const ofRound = sql`from round r join opinion o on o.community_id = r.community_id and o.round_id = r.id
  where r.community_id = proposal.community_id and r.proposal_id = proposal.id and r.state = 'open' and not ${isDisowned(sql`o`)}`;
/** Alternatives households are asked about. */
const compared = sql`from comparison c where c.community_id = proposal.community_id and c.proposal_id = proposal.id
  and c.ended_at is null and proposal.state = 'comparing'`;
const hanging = sql`n.community_id = proposal.community_id and n.proposal_id = proposal.id and n.state = 'running'`;

interface AtStake {
  /** Rounds under way, and households that have spoken in them. */
  rounds: number;
  answers: number;
  /** Public notices that hang, what households said against them, and who has signed. */
  notices: number;
  oppositions: number;
  signatures: number;
  supporters: number;
  /** Supporters besides its author, and proposals that were merged into it. */
  others: number;
}

/** What others have done that ends with a proposal; for one of them, not for lists. */
export const stakes = {
  atStake: fact<AtStake>(sql`json_build_object(
    'rounds', (select count(*) from round r where r.community_id = proposal.community_id
      and r.proposal_id = proposal.id and r.state = 'open') + (select count(*) ${compared}),
    'answers', (select count(distinct o.household_id) ${ofRound}) + (select count(distinct w.household_id)
      from alternative_word w where w.community_id = proposal.community_id and w.comparison_id in (select c.id ${compared})
        and not exists (select from alternative_disowned d where d.community_id = w.community_id and d.word_id = w.id)),
    'notices', (select count(*) from notice n where ${hanging}),
    'oppositions', (select count(distinct y.household_id) from notice n join notice_opposition y
      on y.community_id = n.community_id and y.notice_id = n.id and y.replaced_at is null where ${hanging}),
    'signatures', (select count(*) from notice n
      join resolution s on s.community_id = n.community_id and s.notice_id = n.id
      join signature g on g.community_id = s.community_id and g.resolution_id = s.id where ${hanging}),
    'supporters', (select count(*) from support u where u.community_id = proposal.community_id
      and u.proposal_id = proposal.id),
    'others', (select count(*) from support u where u.community_id = proposal.community_id
      and u.proposal_id = proposal.id and u.household_id is distinct from proposal.author_household_id)
      + (select count(*) from merger m where m.community_id = proposal.community_id
        and m.into_id = proposal.id and m.undone_at is null))`),
};
/** Asked by the gate and by the page of an act; the desk's lists do without. */
export type Staked = Partial<Known<typeof stakes>>;

/** What a resident's acts need to know. */
export const ownFacts = {
  ...baseFacts,
  authorId: fact<number>(sql`proposal.author_id`),
  authorHouseholdId: fact<number | null>(sql`proposal.author_household_id`),
  appealed: proposalFacts.appealed,
  appeal,
  /** The author has left it to others. */
  passedOn: fact<boolean>(sql`exists (select 1 from proposal_event e where e.community_id = proposal.community_id
    and e.proposal_id = proposal.id and e.kind = 'passed_on')`),
  /** It was done household by household: each speaks for its own. */
  byHousehold: fact<boolean>(sql`exists (select from repair r where r.community_id = proposal.community_id
    and r.proposal_id = proposal.id and r.started_at is not null)`),
  /** When it was last completed. */
  completedAt: fact<Date | null, string | null>(
    sql`(select max(e.at) from proposal_event e where e.community_id = proposal.community_id
      and e.proposal_id = proposal.id and e.to_state = 'completed')`,
    maybeMoment,
  ),
};
export type OwnFacts = Known<typeof ownFacts>;
