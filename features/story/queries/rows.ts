import { sql } from 'drizzle-orm';
import type { CommunitySettings } from '@/db/schema/people';
import type { ProposalState } from '@/db/words/proposals';
import type { RoundState } from '@/db/words/rounds';
import type { Effect, GateState } from '@/db/words/scoping';
import type { NoticeState } from '@/db/words/signoff';
import type { Outcome } from '@/db/words/works';
import { type ConsentShown, consentsShown, type Paper, papersShown } from '@/features/beyond/queries';
import type { ObjectionState } from '@/features/objections/rules';
import type { Kind } from '@/features/proposals/rules';
import { shanghaiDate } from '@/lib/calendar';
import { list } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';
import type { Published } from '../rules';
import { type Beside, beside } from './beside';

export interface HeadRow extends Beside {
  id: number;
  no: number;
  kind: Kind;
  state: ProposalState;
  title: string;
  place: string;
  problem: string;
  ask: string;
  submittedAt: string | null;
  stateAt: string;
  lastEventAt: string;
  lookAgainOn: string | null;
  rule: CommunitySettings | null;
  building: string | null;
  onBehalf: boolean;
  termActive: boolean;
  /** Null: one household or two. */
  supporters: number | null;
  confirmed: boolean;
  groups: {
    id: number;
    position: number;
    name: string;
    effect: Effect;
    why: string;
    households: number | null;
    cases: number | null;
  }[];
  cases: { side: 'for' | 'against' | 'other'; count: number; titles: string[] }[];
  gates: { key: string; state: GateState; evidence: string; decidedOn: string | null; papers: Paper[] }[];
  /** Consents of organisations outside. */
  outside: ConsentShown[];
  events: {
    kind: string;
    to: ProposalState | null;
    role: string;
    reason: string;
    /** Whom to ask where it was not taken up. */
    askInstead: string | null;
    at: string;
    k: number | null;
    version: number | null;
  }[];
  pictures: { id: number; subject: string; subjectId: number; caption: string; width: number; height: number }[];
}

const events = list(sql`select json_agg(json_build_object('kind', e.kind, 'to', e.to_state, 'role', e.role, 'at', e.at,
    'k', e.k, 'version', e.version, 'reason', e.reason,
    'askInstead', e.ask_instead) order by e.id)
  from proposal_event e where e.community_id = p.community_id and e.proposal_id = p.id`);

const groups =
  list(sql`select json_agg(json_build_object('id', g.id, 'position', g.position, 'name', g.name, 'effect', g.effect, 'why', g.why,
    'households', g.households, 'cases', g.cases) order by g.position)
  from affected_group g where g.community_id = p.community_id and g.proposal_id = p.id`);

/** Each case by its number: what hangs on the board cannot be joined by an index, and all cases would be read for each. All are counted, those that hang are named. */
const gathered =
  list(sql`select json_agg(json_build_object('side', s.side, 'count', s.count, 'titles', s.titles) order by s.side)
  from (select l.side, count(*) as count, coalesce(json_agg(c.title order by c.happened_at)
      filter (where c.title is not null), '[]') as titles from case_link l
    left join lateral (select x.title, x.happened_at from cases x
      where x.community_id = l.community_id and x.id = l.case_id offset 0) c on true
    where l.community_id = p.community_id and l.proposal_id = p.id group by l.side) s`);

const gates = list(sql`select json_agg(json_build_object('key', lg.key, 'state', lg.state, 'evidence', lg.evidence,
    'decidedOn', lg.decided_on, 'papers', ${papersShown('gate', sql`lg`)}) order by lg.id)
  from legal_gate lg where lg.community_id = p.community_id and lg.proposal_id = p.id`);

const pictures = list(sql`select json_agg(json_build_object('id', x.id, 'subject', x.subject, 'subjectId', x.subject_id,
    'caption', x.caption, 'width', x.small_width, 'height', x.small_height) order by x.subject, x.position, x.id)
  from picture x where x.community_id = p.community_id and x.on_board and (
    (x.subject = 'proposal' and x.subject_id = p.id)
    or (x.subject = 'plan' and x.subject_id in (select pl.id from plan pl
      where pl.community_id = p.community_id and pl.proposal_id = p.id and pl.state = 'published'))
    or (x.subject = 'milestone' and x.subject_id in (select m.id from milestone m
      join works w on w.community_id = m.community_id and w.id = m.works_id
      where w.community_id = p.community_id and w.proposal_id = p.id)))`);

export async function headOf(scope: Scope, no: number): Promise<HeadRow | undefined> {
  const today = shanghaiDate(scope.now);
  const [row] = await rows<HeadRow>(
    scope,
    sql`select json_build_object('id', p.id, 'no', p.no, 'kind', p.kind, 'state', p.state, 'title', p.title,
      'place', p.place, 'problem', p.problem, 'ask', p.ask, 'submittedAt', p.submitted_at, 'stateAt', p.state_at,
      'lastEventAt', p.last_event_at, 'lookAgainOn', p.look_again_on, 'rule', p.rule, 'building', p.building,
      'onBehalf', p.on_behalf, 'confirmed', p.groups_confirmed,
      'termActive', exists (select 1 from term t where t.community_id = p.community_id
        and t.from_day <= ${today} and t.to_day >= ${today} and t.closed_at is null),
      'supporters', p.supporters,
      'groups', ${groups}, 'cases', ${gathered}, 'gates', ${gates}, 'outside', ${consentsShown}, 'events', ${events},
      'pictures', ${pictures}, ${beside}) as view
    from proposal p where p.community_id = ${scope.communityId} and p.no = ${no}`,
  );
  return row;
}

export interface RoundRow {
  id: number;
  no: number;
  k: number;
  version: number;
  opensAt: string;
  closesAt: string;
  state: RoundState;
  summary: string;
  groups: {
    group: number;
    households: number;
    asked: number | null;
    reached: number | null;
    published: Published[] | null;
    agrees: boolean | null;
  }[];
}

/** Of a round `r`. */
export const roundFacts = sql`json_build_object('id', r.id, 'no', r.no, 'k', r.k, 'version', r.plan_version,
  'opensAt', r.opens_at, 'closesAt', r.closes_at, 'state', r.state, 'summary', r.summary,
  'groups', ${list(sql`select json_agg(json_build_object('group', n.group_id, 'households', n.households,
      'asked', n.asked, 'reached', n.reached, 'published', n.published, 'agrees', n.agrees))
    from round_group n where n.community_id = r.community_id and n.round_id = r.id`)})`;

export const roundsOf = (scope: Scope, proposalId: number) =>
  rows<RoundRow>(
    scope,
    sql`select ${roundFacts} as view from round r where r.community_id = ${scope.communityId} and r.proposal_id = ${proposalId} and r.state <> 'void'
    order by r.k`,
  );

export interface PlanRow {
  id: number;
  version: number;
  title: string;
  summary: string;
  cost: number;
  costNote: string;
  publishedAt: string | null;
  changes: { clause: number; note: string; objections: number[]; gate: string | null; technical: string }[];
}

export const plansOf = (scope: Scope, proposalId: number) =>
  rows<PlanRow>(
    scope,
    sql`select json_build_object('id', pl.id, 'version', pl.version, 'title', pl.title, 'summary', pl.summary,
      'cost', pl.cost, 'costNote', pl.cost_note, 'publishedAt', pl.published_at,
      'changes', ${list(sql`select json_agg(json_build_object('clause', ch.clause_no, 'note', ch.note,
          'objections', ch.objection_ids, 'gate', lg.key, 'technical', ch.technical_reason) order by ch.clause_no, ch.id)
        from plan_change ch left join legal_gate lg on lg.community_id = ch.community_id and lg.id = ch.legal_gate_id
        where ch.community_id = pl.community_id and ch.plan_id = pl.id`)}) as view
    from plan pl where pl.community_id = ${scope.communityId} and pl.proposal_id = ${proposalId} and pl.state = 'published'
    order by pl.version`,
  );

export interface ObjectionRow {
  id: number;
  no: number;
  group: number;
  ground: string;
  state: ObjectionState;
  answerKind: string | null;
  escalated: boolean;
  /** Households; null: one or two. */
  raisers: number | null;
  /** Null until one who raised it has approved the words. */
  wording: string | null;
}

export const objectionsOf = (scope: Scope, proposalId: number) =>
  rows<ObjectionRow>(
    scope,
    sql`select json_build_object('id', o.id, 'no', o.no, 'group', o.group_id, 'ground', o.ground, 'state', o.state,
      'answerKind', o.answer_kind, 'escalated', o.escalated_at is not null, 'raisers', o.households,
      'wording', o.wording) as view
    from objection o where o.community_id = ${scope.communityId} and o.proposal_id = ${proposalId} order by o.no`,
  );

export interface DecisionRow {
  version: number;
  from: string;
  to: string;
  state: NoticeState;
  /** Households; null: one or two, or not over yet. */
  oppositions: number | null;
  resolution: {
    no: number;
    signedAt: string | null;
    leaf: number | null;
    hash: string;
    signatures: { role: string; at: string }[];
  } | null;
}

/** The latest notice, and the resolution made of it. */
export const decisionsOf = (scope: Scope, proposalId: number) =>
  rows<DecisionRow>(
    scope,
    sql`select json_build_object('version', n.plan_version, 'from', n.from_at, 'to', n.to_at, 'state', n.state,
      'oppositions', n.oppositions,
      'resolution', (select json_build_object('no', s.no, 'signedAt', s.signed_at, 'leaf', s.leaf_seq,
          'hash', encode(s.hash, 'hex'), 'signatures', ${list(sql`select json_agg(json_build_object('role', g.role,
            'at', g.at) order by g.at) from signature g
            where g.community_id = s.community_id and g.resolution_id = s.id`)})
        from resolution s where s.community_id = n.community_id and s.notice_id = n.id)) as view
    from notice n where n.community_id = ${scope.communityId} and n.proposal_id = ${proposalId}
    order by n.id desc limit 1`,
  );

export interface WorksRow {
  no: number;
  contractor: string;
  budget: number;
  permits: string;
  startedAt: string;
  completedAt: string | null;
  milestones: {
    id: number;
    name: string;
    plannedOn: string;
    actualOn: string | null;
    unit: string;
    target: number | null;
    actual: number | null;
    note: string;
    checked: boolean;
  }[];
  commitments: {
    text: string;
    outcome: Outcome | null;
    repairOn: string | null;
    /** Number and group of the objection it answers. */
    objection: number | null;
    group: number | null;
  }[];
  acceptances: { group: number; outcome: Outcome | null; at: string | null; repairOn: string | null }[];
}

export const worksOf = (scope: Scope, proposalId: number) =>
  rows<WorksRow>(
    scope,
    sql`select json_build_object('no', w.no, 'contractor', w.contractor, 'budget', w.budget, 'permits', w.permits,
      'startedAt', w.started_at, 'completedAt', w.completed_at,
      'milestones', ${list(sql`select json_agg(json_build_object('id', m.id, 'name', m.name, 'plannedOn', m.planned_on,
          'actualOn', m.actual_on, 'unit', m.unit, 'target', m.target, 'actual', m.actual, 'note', m.note,
          'checked', m.checked_at is not null) order by m.position)
        from milestone m where m.community_id = w.community_id and m.works_id = w.id`)},
      'commitments', ${list(sql`select json_agg(json_build_object('text', c.text, 'outcome', c.outcome,
          'repairOn', c.repair_on, 'objection', o.no, 'group', o.group_id) order by c.id)
        from commitment c left join objection o on o.community_id = c.community_id and o.id = c.objection_id
        where c.community_id = w.community_id and c.works_id = w.id`)},
      'acceptances', ${list(sql`select json_agg(json_build_object('group', a.group_id, 'outcome', a.outcome, 'at', a.at,
          'repairOn', a.repair_on) order by a.group_id)
        from acceptance a where a.community_id = w.community_id and a.works_id = w.id`)}) as view
    from works w where w.community_id = ${scope.communityId} and w.proposal_id = ${proposalId} order by w.id desc limit 1`,
  );

export interface CommentRow {
  id: number;
  stance: 'for' | 'against' | 'question' | 'neutral';
  building: string | null;
  at: string;
  words: string | null;
  hiddenReason: string | null;
}

export const COMMENTS = 20;

export const commentsOf = (scope: Scope, proposalId: number) =>
  rows<CommentRow>(
    scope,
    sql`select json_build_object('id', c.id, 'stance', c.stance, 'building', c.building, 'at', c.at, 'words', c.words,
      'hiddenReason', c.hidden_reason) as view
    from comment c where c.community_id = ${scope.communityId} and c.proposal_id = ${proposalId}
    order by c.id desc limit ${COMMENTS + 1}`,
  );
