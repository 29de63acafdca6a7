import { type SQL, sql } from 'drizzle-orm';
import { leftOpen } from '@/db/handovers';
import type { Change, Reason } from '@/features/plans/rules';
import { checkStanding, standingOf } from '@/features/signoff/moves';
import { shanghaiDate } from '@/lib/calendar';
import { query, type Scope } from '@/lib/gate';
import { actsOf, hasDuty, idleOf, mayReadDesk, partsOf, roomsOf } from './policy';
import { byUrgency, DUTIES, type Duty, type LifeFacts, type PlanFacts } from './rules';

/** One statement whose rows are JSON: moments are ISO texts, dates "YYYY-MM-DD". */
async function rows<T>(scope: Scope, statement: SQL): Promise<T[]> {
  const found = await scope.db.execute<{ view: T }>(statement);
  return found.rows.map((row) => row.view);
}

const list = (what: SQL) => sql`coalesce((${what}), '[]'::json)`;
/** Rows of a table that belong to the proposal `p`, or to the row `of` of it. */
const here = (alias: SQL) => sql`${alias}.community_id = p.community_id`;

const plans = list(sql`select json_agg(json_build_object('version', x.version, 'title', x.title, 'state', x.state,
    'draftedAt', x.drafted_at,
    'clauses', ${list(sql`select json_agg(json_build_object('no', c.no, 'text', c.text) order by c.no) from clause c
      where ${here(sql`c`)} and c.plan_id = x.id`)},
    'changes', ${list(sql`select json_agg(json_build_object('clause', c.clause_no, 'objections', c.objection_ids,
        'gate', (select g.key from legal_gate g where ${here(sql`g`)} and g.id = c.legal_gate_id),
        'technical', c.technical_reason) order by c.id) from plan_change c where ${here(sql`c`)} and c.plan_id = x.id`)},
    'materiality', ${list(sql`select json_agg(json_build_object('group', m.group_id, 'material', m.material,
        'judgedBy', m.judged_by, 'confirmedBy', m.confirmed_by)) from plan_materiality m
      where ${here(sql`m`)} and m.plan_id = x.id`)}) order by x.version desc)
  from (select * from plan x where ${here(sql`x`)} and x.proposal_id = p.id order by x.version desc limit 2) x`);

/** What a household has said in a round, or what stands for it. */
const heard = sql`(e.standing_opinion_id is not null or exists (select 1 from opinion o
  where ${here(sql`o`)} and o.round_id = e.round_id and o.household_id = e.household_id))`;

const rounds = (person: number) =>
  list(sql`select json_agg(json_build_object('no', r.no, 'k', r.k, 'state', r.state,
    'version', r.plan_version, 'opensAt', r.opens_at, 'closesAt', r.closes_at, 'closedAt', r.closed_at,
    'summary', r.summary,
    'groups', case when r.state <> 'open' then '[]'::json else ${list(sql`select json_agg(json_build_object(
        'name', g.name, 'households', s.households, 'reached', s.reached) order by g.position) from affected_group g
      join (select e.group_id, count(*) as households, count(*) filter (where ${heard}) as reached from electorate e
        where ${here(sql`e`)} and e.round_id = r.id group by e.group_id) s on s.group_id = g.id
      where ${here(sql`g`)}`)} end,
    'cells', ${list(sql`select json_agg(json_build_object('supports', c.supports, 'conditional', c.conditional,
        'opposes', c.opposes, 'noView', c.no_view, 'refused', c.refused, 'notHome', c.not_home, 'notTried', c.not_tried))
      from round_cell c where ${here(sql`c`)} and c.round_id = r.id`)},
    'rechecks', (select json_build_object('open', count(*), 'since', min(x.drawn_at), 'mine', count(*) filter (where
        o.recorder_id is distinct from ${person} and o.witness_id is distinct from ${person}))
      from recheck x join opinion o on o.community_id = x.community_id and o.id = x.opinion_id
      where ${here(sql`x`)} and x.outcome is null and o.round_id = r.id)) order by r.k desc)
  from round r where ${here(sql`r`)} and r.proposal_id = p.id and r.state <> 'void'`);

/** The latest round, when it was stopped before anybody counted it. */
const stopped = sql`(select json_build_object('no', x.no, 'k', x.k, 'at', x.closed_at) from (select r.* from round r
  where ${here(sql`r`)} and r.proposal_id = p.id order by r.no desc limit 1) x where x.state = 'void')`;

const objections = list(sql`select json_agg(json_build_object('id', x.id, 'no', x.no, 'state', x.state,
    'raisedAt', x.raised_at, 'answeredAt', x.answered_at,
    'silent', (select count(*) from objection_raiser w where ${here(sql`w`)} and w.objection_id = x.id
      and w.verdict is null)) order by x.no)
  from objection x where ${here(sql`x`)} and x.proposal_id = p.id and x.merged_into is null`);

/** Of the latest round that has any: what its household still says, and no objection was drawn from. */
const undrawn = sql`(select json_build_object('count', k.n, 'since', k.since) from (select r.no, count(*) as n,
    min(o.received_at) as since
  from round r join opinion o on o.community_id = r.community_id and o.round_id = r.id
  where ${here(sql`r`)} and r.proposal_id = p.id and r.state <> 'void' and p.state in ('consulting', 'redesign')
    and o.stance in ('oppose', 'support_if')
    and not exists (select 1 from opinion l where l.community_id = o.community_id and l.round_id = o.round_id
      and l.household_id = o.household_id and (l.own, l.seq) > (o.own, o.seq))
    and not exists (select 1 from objection_raiser w join objection x on x.community_id = w.community_id
      and x.id = w.objection_id where w.community_id = o.community_id and w.opinion_id = o.id and x.merged_into is null)
  group by r.no order by r.no desc limit 1) k)`;

const notice = sql`(select json_build_object('to', n.to_at,
    'opposition', ${list(sql`select json_agg(json_build_object('answered', y.answer is not null,
        'upheld', y.upheld is true)) from notice_opposition y
      where ${here(sql`y`)} and y.notice_id = n.id and y.replaced_at is null`)},
    'signed', ${list(sql`select json_agg(json_build_object('role', g.role, 'signer', g.signer_id)) from resolution s
      join signature g on g.community_id = s.community_id and g.resolution_id = s.id
      where ${here(sql`s`)} and s.notice_id = n.id`)})
  from notice n where ${here(sql`n`)} and n.proposal_id = p.id and n.state <> 'returned' order by n.id desc limit 1)`;

const works = sql`(select json_build_object('no', w.no, 'lastReportAt', w.last_report_at, 'completedAt', w.completed_at,
    'milestones', ${list(sql`select json_agg(json_build_object('plannedOn', m.planned_on, 'reportedBy', m.reported_by, 'checkedBy', m.checked_by,
        'reportedAt', m.reported_at, 'checked', m.checked_at is not null) order by m.position) from milestone m
      where ${here(sql`m`)} and m.works_id = w.id`)},
    'named', ${list(sql`select json_agg(a.group_id) from acceptance a where ${here(sql`a`)} and a.works_id = w.id`)},
    'acceptances', ${list(sql`select json_agg(json_build_object('group', a.group_id, 'delegate', a.delegate_id,
        'outcome', a.outcome, 'repairOn', a.repair_on)) from acceptance a
      where ${here(sql`a`)} and a.works_id = w.id and a.delegate_id is not null`)},
    'commitments', ${list(sql`select json_agg(json_build_object('id', c.id, 'outcome', c.outcome,
        'repairOn', c.repair_on)) from commitment c where ${here(sql`c`)} and c.works_id = w.id`)})
  from works w where ${here(sql`w`)} and w.proposal_id = p.id order by w.id desc limit 1)`;

const callbacks = sql`(select json_build_object('open', count(y.id), 'since', min(v.drawn_at),
    'handlers', array_remove(array[p.author_id, p.groups_named_by, p.groups_confirmed_by], null),
    'builders', ${list(sql`select json_agg(distinct x.person) from works b
      join milestone m on m.community_id = b.community_id and m.works_id = b.id
      cross join lateral (values (m.reported_by), (m.checked_by)) x (person)
      where ${here(sql`b`)} and b.proposal_id = p.id and x.person is not null`)})
  from callback_wave v join callback y on y.community_id = v.community_id and y.wave_id = v.id and y.at is null
  where ${here(sql`v`)} and v.proposal_id = p.id and v.closed_at is null and v.completed_at = (select w.completed_at
    from works w where ${here(sql`w`)} and w.proposal_id = p.id order by w.id desc limit 1))`;

/** Events since the proposal is in its state. */
const since = (kind: string, undone?: string) => sql`(select json_build_object('personId', e.person_id, 'at', e.at)
  from (select * from proposal_event e where ${here(sql`e`)} and e.proposal_id = p.id and e.kind in (${kind}, ${undone ?? kind})
    and e.at >= p.state_at order by e.id desc limit 1) e where e.kind = ${kind})`;

const lifeOf = (
  person: number,
  active: SQL,
) => sql`json_build_object('termActive', ${active}, 'id', p.id, 'no', p.no, 'title', p.title, 'kind', p.kind,
  'state', p.state, 'stateAt', p.state_at, 'submittedAt', p.submitted_at, 'lastEventAt', p.last_event_at,
  'rule', p.rule, 'groupsNamedBy', p.groups_named_by, 'groupsConfirmedBy', p.groups_confirmed_by,
  'appealed', ${since('appealed')}, 'appealDismissed', ${since('appeal_dismissed')},
  'shelvingProposed', ${since('shelving_proposed', 'shelving_refused')},
  'groups', ${list(sql`select json_agg(json_build_object('id', g.id, 'name', g.name, 'effect', g.effect)
    order by g.position) from affected_group g where ${here(sql`g`)} and g.proposal_id = p.id`)},
  'households', (select count(*) from group_household h where ${here(sql`h`)} and h.proposal_id = p.id),
  'gates', ${list(sql`select json_agg(json_build_object('key', g.key, 'state', g.state, 'evidence', g.evidence,
      'decidedOn', g.decided_on, 'signer', g.signer_id) order by g.id) from legal_gate g
    where ${here(sql`g`)} and g.proposal_id = p.id`)},
  'plans', ${plans}, 'rounds', ${rounds(person)}, 'stopped', ${stopped}, 'objections', ${objections}, 'undrawn', ${undrawn},
  'notice', ${notice}, 'works', ${works}, 'callbacks', ${callbacks},
  'pictures', (select json_build_object('waiting', count(*), 'mine', count(*) filter (where x.uploaded_by <> ${person}),
      'since', min(x.uploaded_at)) from picture x
    where ${here(sql`x`)} and x.subject = 'proposal' and x.subject_id = p.id and x.looked_at_at is null),
  'comments', (select count(*) from comment c where ${here(sql`c`)} and c.proposal_id = p.id))`;

/** Moments come as texts. */
type Texts<T> = T extends Date
  ? string
  : T extends (infer E)[]
    ? Texts<E>[]
    : T extends object
      ? { [K in keyof T]: Texts<T[K]> }
      : T;

type Loaded = Omit<LifeFacts, 'plans' | 'undrawn' | 'shares' | 'agreement'> & {
  id: number;
  rule: LifeFacts['shares'] | null;
  undrawn: LifeFacts['undrawn'] | null;
  plans: (Omit<PlanFacts, 'changes'> & {
    changes: { clause: number; objections: number[]; gate: string | null; technical: string }[];
  })[];
};

const moment = (text: string) => new Date(text);
const maybe = (text: string | null) => (text === null ? null : new Date(text));

function changeOf(one: Loaded['plans'][number]['changes'][number]): Change {
  const reasons: Reason[] = one.objections.map((objection) => ({ kind: 'objection', objection }));
  if (one.gate) reasons.push({ kind: 'gate', gate: one.gate });
  if (one.technical) reasons.push({ kind: 'technical', text: one.technical });
  return { clause: one.clause, reasons };
}

function factsOf(row: Texts<Loaded>, shares: LifeFacts['shares']): LifeFacts & { id: number } {
  const { rule, ...rest } = row;
  return {
    ...rest,
    shares: rule ?? shares,
    stateAt: moment(row.stateAt),
    submittedAt: maybe(row.submittedAt),
    lastEventAt: moment(row.lastEventAt),
    shelvingProposed: row.shelvingProposed && { ...row.shelvingProposed, at: moment(row.shelvingProposed.at) },
    plans: row.plans.map((one) => ({
      ...one,
      draftedAt: moment(one.draftedAt),
      changes: one.changes.map(changeOf),
    })),
    rounds: row.rounds.map((one) => ({
      ...one,
      opensAt: moment(one.opensAt),
      closesAt: moment(one.closesAt),
      closedAt: maybe(one.closedAt),
      rechecks: { ...one.rechecks, since: maybe(one.rechecks.since) },
    })),
    stopped: row.stopped && { ...row.stopped, at: moment(row.stopped.at) },
    objections: row.objections.map((one) => ({
      ...one,
      raisedAt: moment(one.raisedAt),
      answeredAt: maybe(one.answeredAt),
    })),
    undrawn: row.undrawn ? { ...row.undrawn, since: maybe(row.undrawn.since) } : { count: 0, since: null },
    notice: row.notice && { ...row.notice, to: moment(row.notice.to) },
    works: row.works && {
      ...row.works,
      lastReportAt: moment(row.works.lastReportAt),
      completedAt: maybe(row.works.completedAt),
      milestones: row.works.milestones.map((one) => ({ ...one, reportedAt: maybe(one.reportedAt) })),
    },
    callbacks: { ...row.callbacks, since: maybe(row.callbacks.since) },
    pictures: { ...row.pictures, since: maybe(row.pictures.since) },
  };
}

async function livesOf(scope: Scope, where: SQL): Promise<(LifeFacts & { id: number })[]> {
  const { community, communityId, now, who } = scope;
  const today = shanghaiDate(now);
  const active = sql`exists (select 1 from term t where ${here(sql`t`)} and t.from_day <= ${today} and t.to_day >= ${today}
    and t.closed_at is null)`;
  const found = await rows<Texts<Loaded>>(
    scope,
    sql`select ${lifeOf(who.kind === 'person' ? who.personId : 0, active)} as view from proposal p
      where p.community_id = ${communityId} and p.no is not null and ${where} order by p.last_event_at desc limit 200`,
  );
  return found.map((row) => factsOf(row, community.settings));
}

/** The bar of the desk: whose it is, and the rooms this person finds something in. */
export const deskRooms = query({
  name: 'desk.rooms',
  allow: () => true,
  read: async ({ community, who }, _: Record<never, never>) => {
    const { slug, nameZh, nameEn, invented } = community;
    return { community: { slug, nameZh, nameEn, invented }, rooms: roomsOf(who) };
  },
});

interface DutyRow {
  no: number;
  title: string;
  count: number;
  at: string;
}

/** So long a case that belongs to no proposal yet is shown to the social worker. */
const NEW_CASE_DAYS = 14;

const duties = ({ communityId, now, who }: Scope): Record<Duty, SQL> => {
  const person = who.kind === 'person' ? who.personId : 0;
  return {
    joins: sql`select x.id as no, b.name || '-' || e.no || '-' || u.door as title, 1 as count, x.requested_at as at
      from join_request x join household h on h.community_id = x.community_id and h.id = x.household_id
      join unit u on u.community_id = h.community_id and u.id = h.unit_id
      join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
      join building b on b.community_id = h.community_id and b.id = h.building_id
      where x.community_id = ${communityId} and x.state = 'requested' and x.person_id <> ${person}`,
    cases: sql`select x.no, x.title, 1 as count, x.received_at as at from cases x
      where x.community_id = ${communityId} and x.received_at > ${now}::timestamptz - interval '${sql.raw(String(NEW_CASE_DAYS))} days'
        and not exists (select 1 from case_link l where l.community_id = x.community_id and l.case_id = x.id)`,
    plan_pictures: sql`select p.no, p.title, count(*) as count, min(x.uploaded_at) as at
      from picture x join plan l on l.community_id = x.community_id and l.id = x.subject_id
      join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
      where x.community_id = ${communityId} and x.subject = 'plan' and x.looked_at_at is null
        and x.uploaded_by <> ${person} and (l.state = 'draft' or l.version = (select max(y.version) from plan y
          where y.community_id = l.community_id and y.proposal_id = l.proposal_id and y.state = 'published'))
      group by p.no, p.title`,
    site_pictures: sql`select w.no, p.title, count(*) as count, min(x.uploaded_at) as at
      from picture x join milestone m on m.community_id = x.community_id and m.id = x.subject_id
      join works w on w.community_id = m.community_id and w.id = m.works_id
      join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
      where x.community_id = ${communityId} and x.subject = 'milestone' and x.looked_at_at is null
        and x.uploaded_by <> ${person} group by w.no, p.title`,
    handover: sql`select x.id as no, coalesce(n.name, '—') as title, count(*) as count, x.to_at as at
      from ${leftOpen(communityId, now)} x join person n on n.id = x.person_id where x.person_id <> ${person}
        and x.role not in ('party-secretary', 'district') group by x.id, n.name, x.to_at`,
  };
};

/**
 * What needs this person at the desk today: of every proposal the acts it waits for and they can do now, and what else
 * their roles have waiting. Overdue first, then by day. Two statements.
 */
export const deskToday = query({
  name: 'desk.today',
  allow: (who, _: Record<never, never>) => mayReadDesk(who),
  read: async (scope) => {
    const { who, now, community } = scope;
    const lives = await livesOf(scope, sql`p.state not in ('draft', 'merged', 'verified', 'shelved', 'withdrawn')`);
    const lines = lives.flatMap((life) =>
      actsOf(who, life, now)
        .filter((one) => one.needed && one.block === null)
        .map(({ act, path, door, count = 1, at = null, due = null, groups = [] }) => ({
          ...{ act: act as typeof act | Duty, path, door: door === true, title: life.title, count, at, due, groups },
        })),
    );
    const own = DUTIES.filter((duty) => hasDuty(who, duty));
    const all = duties(scope);
    const parts = own.map(
      (duty) => sql`(select ${duty}::text as duty, k.* from (${all[duty]}) k order by at limit 50)`,
    );
    const others =
      parts.length > 0
        ? await rows<DutyRow & { duty: Duty }>(
            scope,
            sql`select row_to_json(t) as view from (${sql.join(parts, sql` union all `)}) t`,
          )
        : [];
    const page: Record<Duty, (no: number) => (string | number)[]> = {
      joins: (no) => ['joins', no],
      cases: (no) => ['cases', no],
      plan_pictures: (no) => ['proposals', no, 'plans', 'drawings'],
      site_pictures: (no) => ['works', no, 'pictures'],
      handover: (no) => ['grants', no, 'handover'],
    };
    for (const { duty, no, title, count, at } of others)
      lines.push({
        ...{ act: duty, path: page[duty](no), door: false, title, count },
        at: moment(at),
        due: null,
        groups: [],
      });
    const { nameZh, nameEn } = community;
    const progress = lives
      .filter((one) => one.state !== 'declined')
      .map(({ no, title, state, stateAt }) => ({ no, title, state, stateAt }));
    return { nameZh, nameEn, now, lines: lines.sort(byUrgency), progress, idle: idleOf(who) };
  },
});
export type DeskToday = NonNullable<Awaited<ReturnType<typeof deskToday>>>;
export type TodayLine = DeskToday['lines'][number];

interface Head {
  place: string;
  problem: string;
  ask: string;
  building: string | null;
  recorded: boolean;
  lookAgainOn: string | null;
  cases: { for: number; against: number };
  events: {
    kind: string;
    to: LifeFacts['state'] | null;
    role: string;
    reason: string;
    detail: Record<string, string | number>;
    at: string;
  }[];
}

const headOf = sql`json_build_object('place', p.place, 'problem', p.problem, 'ask', p.ask,
  'recorded', p.recorded_by is not null, 'lookAgainOn', p.look_again_on,
  'building', (select b.name from household h join building b on b.community_id = h.community_id and b.id = h.building_id
    where ${here(sql`h`)} and h.id = p.author_household_id),
  'cases', (select json_build_object('for', count(*) filter (where l.side = 'for'),
      'against', count(*) filter (where l.side = 'against')) from case_link l
    where ${here(sql`l`)} and l.proposal_id = p.id),
  'events', ${list(sql`select json_agg(json_build_object('kind', e.kind, 'to', e.to_state, 'role', e.role,
      'reason', e.reason, 'detail', e.detail, 'at', e.at) order by e.id) from proposal_event e
    where ${here(sql`e`)} and e.proposal_id = p.id`)})`;

/** The desk's page of one proposal: where it stands, every act and whose it is, its parts, and what has happened. */
export const deskLife = query({
  name: 'desk.proposal',
  allow: (who, _: { no: number }) => mayReadDesk(who),
  read: async (scope, { no }) => {
    const { db, communityId, now, who } = scope;
    const [life] = await livesOf(scope, sql`p.no = ${no} and p.state <> 'draft'`);
    if (!life) return undefined;
    const [head] = await rows<Head>(
      scope,
      sql`select ${headOf} as view from proposal p where p.community_id = ${communityId} and p.no = ${no}`,
    );
    const judged = ['consulting', 'agreed', 'noticed'].includes(life.state);
    const standing = judged ? checkStanding(await standingOf(db, { communityId, id: life.id }, life.shares)) : null;
    const facts: LifeFacts = standing ? { ...life, agreement: standing.ok ? null : standing.refusal } : life;
    if (!head) return undefined;
    return {
      ...{ head, facts, now },
      /** Rounds and comments stand among the parts. */
      acts: actsOf(who, facts, now).filter(({ act }) => !['decide', 'round', 'comments'].includes(act)),
      parts: partsOf(who),
    };
  },
});
export type DeskLife = NonNullable<Awaited<ReturnType<typeof deskLife>>>;
