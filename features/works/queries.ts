import { type SQL, sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import type { Effect } from '@/db/words/scoping';
import type { Outcome } from '@/db/words/works';
import { shanghaiDate } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import { boardQuery, query, type Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';
import { mayAccept, mayReadWorks, startBlock, WORK_ACTS, type WorkAct, workBlock } from './policy';
import { completion, isPromise, isSilent, mayBeDelegate, silentFrom } from './rules';

const PAGE = 30;

/** An earlier site of a proposal ended when its plan went back to the drawing board. */
const stateOfSite = sql`case when exists (select 1 from works l where l.community_id = w.community_id
  and l.proposal_id = w.proposal_id and l.id > w.id) then 'redesign' else p.state end`;

/** One statement whose rows are JSON: moments are ISO texts, dates "YYYY-MM-DD". */
const list = (what: SQL) => sql`coalesce((${what}), '[]'::json)`;

export interface WorksListed {
  no: number;
  title: string;
  state: ProposalState;
  lastReportAt: string;
  proposal: number;
  contractor: string;
  budget: number;
  startedAt: string;
  completedAt: string | null;
  done: number;
  of: number;
  next: { name: string; plannedOn: string } | null;
}

/** A site that says nothing for fourteen days is `silent`, while it is being built and not once it is complete. */
function silence(one: { state: ProposalState; lastReportAt: string; completedAt: string | null }, now: Date) {
  const running = one.state === 'building' && one.completedAt === null;
  const last = new Date(one.lastReportAt);
  const silent = running && isSilent(last, now);
  return { running, silent, turnsAt: running && !silent ? silentFrom(last) : null };
}

/** Works newest first; `next` is the cursor of the page after, `turnsAt` when the next site falls silent. */
async function pageOf(scope: Scope, after: number | null) {
  const read = await rows<WorksListed>(
    scope,
    sql`select json_build_object('no', w.no, 'title', p.title, 'state', ${stateOfSite}, 'proposal', p.no,
        'contractor', w.contractor, 'lastReportAt', w.last_report_at,
        'budget', w.budget, 'startedAt', w.started_at, 'completedAt', w.completed_at,
        'done', (select count(*) from milestone m where m.community_id = w.community_id and m.works_id = w.id
          and m.actual_on is not null),
        'of', (select count(*) from milestone m where m.community_id = w.community_id and m.works_id = w.id),
        'next', (select json_build_object('name', m.name, 'plannedOn', m.planned_on) from milestone m
          where m.community_id = w.community_id and m.works_id = w.id and m.actual_on is null
          order by m.position limit 1)) as view
      from works w join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
      where w.community_id = ${scope.communityId} ${after === null ? sql`` : sql`and w.no <= ${after}`}
      order by w.no desc limit ${PAGE + 2}`,
  );
  const found = pageAfter(read, after, { size: PAGE, key: (row) => row.no });
  if (!found) return undefined;
  const works = found.page.map((one) => ({ ...one, ...silence(one, scope.now) }));
  const turns = works.flatMap((one) => (one.turnsAt ? [one.turnsAt.getTime()] : []));
  return { works, next: found.next, turnsAt: turns.length > 0 ? new Date(Math.min(...turns)) : null };
}

export const boardWorksList = boardQuery({
  name: 'works.list',
  read: (scope, { after }: { after?: number }) => pageOf(scope, after ?? null),
  // It says where the proposal of each stands.
  shows: () => ['works', 'proposals'],
});

/** The same at the desk. */
export const deskWorksList = query({
  name: 'works.desk_list',
  allow: (who, _: { after?: number }) => mayReadWorks(who),
  read: (scope, { after }) => pageOf(scope, after ?? null),
});

export interface MilestoneView {
  id: number;
  position: number;
  name: string;
  plannedOn: string;
  actualOn: string | null;
  unit: string;
  target: number | null;
  actual: number | null;
  note: string;
  checked: boolean;
  pictures: { id: number; caption: string; width: number; height: number }[];
}

export interface PromiseView {
  id: number;
  group: number | null;
  /** Where the households of that group live. */
  buildings: string[];
  /** Number of the objection it answers. */
  objection: number | null;
  text: string;
  outcome: Outcome | null;
  repairOn: string | null;
  note: string;
}

export interface AcceptanceView {
  group: number;
  outcome: Outcome | null;
  at: string | null;
  repairOn: string | null;
}

export interface GroupName {
  id: number;
  position: number;
  name: string;
  effect: Effect;
  /** Where its households live. */
  buildings: string[];
}

interface WorkRow {
  id: number;
  no: number;
  proposalId: number;
  proposal: number;
  title: string;
  state: ProposalState;
  resolution: number;
  contractor: string;
  budget: number;
  permits: string;
  warrantyMonths: number;
  startedAt: string;
  lastReportAt: string;
  completedAt: string | null;
  groups: GroupName[];
  milestones: MilestoneView[];
}

type Promised = Omit<PromiseView, 'buildings'>;
/** The board shows the outcome and the day; who the delegates are, and their words, stay with the staff. */
type PromisedShown = Omit<Promised, 'note'>;
type Accepted = AcceptanceView & { delegate: number | null; household: number };

const milestones = list(sql`select json_agg(json_build_object('id', m.id, 'position', m.position, 'name', m.name,
    'plannedOn', m.planned_on, 'actualOn', m.actual_on, 'unit', m.unit, 'target', m.target, 'actual', m.actual,
    'note', m.note, 'checked', m.checked_at is not null,
    'pictures', ${list(sql`select json_agg(json_build_object('id', x.id, 'caption', x.caption, 'width', x.small_width,
        'height', x.small_height) order by x.position, x.id)
      from picture x where x.community_id = m.community_id and x.subject = 'milestone' and x.subject_id = m.id
        and x.on_board`)}) order by m.position)
  from milestone m where m.community_id = w.community_id and m.works_id = w.id`);

const commitments = (note: SQL) =>
  list(sql`select json_agg(json_build_object('id', c.id, 'group', o.group_id, 'objection', o.no, 'text', c.text,
    'outcome', c.outcome, 'repairOn', c.repair_on${note}) order by c.id)
  from commitment c left join objection o on o.community_id = c.community_id and o.id = c.objection_id
  where c.community_id = w.community_id and c.works_id = w.id`);

const acceptances = (whose: SQL) =>
  list(sql`select json_agg(json_build_object('group', a.group_id, 'outcome', a.outcome, 'at', a.at,
    'repairOn', a.repair_on${whose}) order by a.group_id)
  from acceptance a where a.community_id = w.community_id and a.works_id = w.id`);

/** Where the households of the group `g` live; the board has it ready. */
const buildings = list(sql`select json_agg(k.name order by length(k.name), k.name) from (select distinct b.name
  from building b where b.community_id = g.community_id and b.id = any (array(select h.building_id
    from household h where h.community_id = g.community_id and h.id = any (array(select m.household_id
      from group_household m where m.community_id = g.community_id and m.group_id = g.id))))) k`);
const buildingsShown = sql`g.buildings`;

const delegated = sql`'commitments', ${commitments(sql`, 'note', c.note`)},
  'acceptances', ${acceptances(sql`, 'delegate', a.delegate_id, 'household', a.household_id`)}`;

const delegatedShown = sql`'commitments', ${commitments(sql``)}, 'acceptances', ${acceptances(sql``)}`;

const groups = (where: SQL) =>
  list(sql`select json_agg(json_build_object('id', g.id, 'position', g.position, 'name', g.name,
    'effect', g.effect, 'buildings', ${where}) order by g.position)
  from affected_group g where g.community_id = w.community_id and g.proposal_id = w.proposal_id`);

async function workOf<C extends { group: number | null }, A>(scope: Scope, where: SQL, said: SQL, homes: SQL) {
  const [row] = await rows<WorkRow & { commitments: C[]; acceptances: A[] }>(
    scope,
    sql`select json_build_object('id', w.id, 'no', w.no, 'proposalId', w.proposal_id, 'proposal', p.no, 'title', p.title,
      'state', ${stateOfSite}, 'resolution', s.no, 'contractor', w.contractor, 'budget', w.budget, 'permits', w.permits,
      'warrantyMonths', w.warranty_months, 'startedAt', w.started_at, 'lastReportAt', w.last_report_at,
      'completedAt', w.completed_at, 'groups', ${groups(homes)}, 'milestones', ${milestones}, ${said}) as view
    from works w
    join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
    join resolution s on s.community_id = w.community_id and s.id = w.resolution_id
    where w.community_id = ${scope.communityId} and ${where} order by w.id desc limit 1`,
  );
  if (!row) return undefined;
  const livesIn = (group: number | null) => row.groups.find(({ id }) => id === group)?.buildings ?? [];
  return { ...row, commitments: row.commitments.map((one) => ({ ...one, buildings: livesIn(one.group) })) };
}

async function boardView(scope: Scope, where: SQL) {
  const row = await workOf<PromisedShown, AcceptanceView>(scope, where, delegatedShown, buildingsShown);
  if (!row) return undefined;
  const { id: _, proposalId: _of, acceptances: given, commitments: promised, groups: affected, ...work } = row;
  return {
    ...work,
    ...silence(row, scope.now),
    /** A group by its name. */
    commitments: promised.map(({ group, ...one }) => ({
      ...one,
      group: affected.find(({ id }) => id === group)?.name ?? null,
    })),
    acceptances: affected.map(({ id, position, name }) => {
      const one = given.find(({ group }) => group === id);
      const { outcome = null, at = null, repairOn = null } = one ?? {};
      return { position, name, outcome, at, repairOn, named: one !== undefined };
    }),
  };
}

/** One works for the board, by its number. */
export const boardWork = boardQuery({
  name: 'works.board',
  read: (scope, { no }: { no: number }) => boardView(scope, sql`w.no = ${no}`),
  shows: ({ no }, found) => [`works/${no}`, ...(found ? [`proposal/${found.proposal}`] : [])],
});
export type BoardWork = NonNullable<Awaited<ReturnType<typeof boardWork>>>;

interface DeskMilestone {
  id: number;
  reportedBy: number | null;
  checkedBy: number | null;
  waiting: number;
  pictures: number;
}

/** One works for the desk: who asks, and why each act is not possible for them now. */
export const deskWork = query({
  name: 'works.desk',
  allow: (who, _: { no: number }) => mayReadWorks(who),
  read: async (scope, { no }) => {
    const row = await workOf<Promised, Accepted>(scope, sql`w.no = ${no}`, delegated, buildings);
    if (!row) return undefined;
    const { who, now, communityId } = scope;
    const more = await rows<DeskMilestone>(
      scope,
      sql`select json_build_object('id', m.id, 'reportedBy', m.reported_by, 'checkedBy', m.checked_by,
        'pictures', count(x.id), 'waiting', count(x.id) filter (where x.looked_at_at is null)) as view
      from milestone m
      left join picture x on x.community_id = m.community_id and x.subject = 'milestone' and x.subject_id = m.id
      where m.community_id = ${communityId} and m.works_id = ${row.id} group by m.community_id, m.id`,
    );
    const { complete, lacking } = completion(
      row.groups.map((group) => group.id),
      row.acceptances.flatMap(({ delegate, ...one }) => (delegate === null ? [] : [{ ...one, delegate }])),
      row.commitments,
      more.flatMap(({ reportedBy, checkedBy }) => [reportedBy, checkedBy].filter((one) => one !== null)),
    );
    const own = who.kind === 'person' ? who.personId : 0;
    const steps = row.milestones.map((one) => {
      const found = more.find(({ id }) => id === one.id);
      return {
        ...one,
        reported: (found?.reportedBy ?? null) !== null,
        /** Reported by whoever asks: somebody else checks it. */
        mine: found?.reportedBy === own,
        pictureCount: found?.pictures ?? 0,
        picturesWaiting: found?.waiting ?? 0,
      };
    });
    const facts = {
      state: row.state,
      toReport: steps.filter((one) => !one.checked).length,
      toCheck: steps.filter((one) => one.reported && !one.checked).length,
      complete,
    };
    return {
      ...row,
      who,
      milestones: steps,
      lacking,
      ...silence(row, now),
      today: shanghaiDate(now),
      blocks: Object.fromEntries(WORK_ACTS.map((act) => [act, workBlock(act, who, facts)])) as Record<
        WorkAct,
        string | null
      >,
    };
  },
});
export type DeskWork = NonNullable<Awaited<ReturnType<typeof deskWork>>>;

export interface Candidate {
  household: number;
  group: number;
  building: string;
  entrance: number;
  door: string;
  /** Raised an objection to this proposal: is invited first. */
  objected: boolean;
  /** Somebody there can sign in and accept. */
  joined: boolean;
}

/** Who could be a group's delegate: households that objected first, then those somebody of whom can sign in. */
export const delegateChoices = query({
  name: 'works.delegates',
  allow: (who, _: { no: number }) => mayReadWorks(who),
  read: (scope, { no }) =>
    rows<Candidate>(
      scope,
      sql`select json_build_object('household', c.id, 'group', c.group_id, 'building', c.building, 'entrance', c.entrance,
        'door', c.door, 'objected', c.objected, 'joined', c.joined) as view
      from (select h.id, g.position as group_id, b.name as building, e.no as entrance, u.door,
          exists (select 1 from objection_raiser r join objection o on o.community_id = r.community_id
            and o.id = r.objection_id where r.community_id = h.community_id and r.household_id = h.id
            and o.proposal_id = w.proposal_id) as objected,
          exists (select 1 from residency y where y.community_id = h.community_id and y.household_id = h.id
            and y.to_at is null) as joined
        from works w
        join group_household gh on gh.community_id = w.community_id and gh.proposal_id = w.proposal_id
        join affected_group g on g.community_id = gh.community_id and g.id = gh.group_id
        join household h on h.community_id = gh.community_id and h.id = gh.household_id
        join building b on b.community_id = h.community_id and b.id = h.building_id
        join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
        join unit u on u.community_id = h.community_id and u.id = h.unit_id
        where w.community_id = ${scope.communityId} and w.no = ${no}) c
      where c.objected or c.joined
      order by c.group_id, c.objected desc, length(c.building), c.building, c.entrance, length(c.door), c.door
      limit 1000`,
    ),
});

/** What a delegate is asked: the promises made to their group, and the whole. */
export const myAcceptance = query({
  name: 'works.acceptance',
  allow: (who, _: { no: number }) => who.kind === 'person' && who.households.length > 0,
  read: async (scope, { no }) => {
    const row = await workOf<Promised, Accepted>(scope, sql`w.no = ${no}`, delegated, buildings);
    if (!row) return undefined;
    const { who } = scope;
    const delegates = row.acceptances.map((one) => one.household);
    if (!mayAccept(who, { delegates }) || who.kind !== 'person') return undefined;
    const mine = row.acceptances.find((one) => who.households.some((home) => home.householdId === one.household));
    const group = row.groups.find((one) => one.id === mine?.group);
    if (!mine || !group) return undefined;
    const workers = await rows<number | null>(
      scope,
      sql`select to_json(x.person) as view from milestone m, lateral (values (m.reported_by), (m.checked_by)) x (person)
        where m.community_id = ${scope.communityId} and m.works_id = ${row.id} and x.person is not null`,
    );
    const builder = !mayBeDelegate(
      { id: who.personId, household: mine.household },
      delegates,
      workers.filter((one) => one !== null),
    );
    const { acceptances: _, ...work } = row;
    return {
      ...work,
      group,
      commitments: row.commitments.filter((one) => one.group === null || one.group === group.id),
      given: { outcome: mine.outcome, at: mine.at, repairOn: mine.repairOn },
      today: shanghaiDate(scope.now),
      blocked: row.state !== 'building' ? ('wrong_state' as const) : builder ? ('built_it' as const) : null,
    };
  },
});

/** What starting the works of a proposal needs: its state, the works there are, and why they cannot be started now. */
export const worksStart = query({
  name: 'works.start',
  allow: (who, _: { no: number }) => mayReadWorks(who),
  read: async (scope, { no }) => {
    const today = shanghaiDate(scope.now);
    const [row] = await rows<{
      title: string;
      state: ProposalState;
      termActive: boolean;
      works: number | null;
      answers: { no: number; answer: string; group: string; answerKind: string | null; state: string }[];
    }>(
      scope,
      sql`select json_build_object('title', p.title, 'state', p.state,
        'termActive', exists (select 1 from term t where t.community_id = p.community_id
          and t.from_day <= ${today} and t.to_day >= ${today} and t.closed_at is null),
        'works', (select max(w.no) from works w where w.community_id = p.community_id and w.proposal_id = p.id),
        'answers', ${list(sql`select json_agg(json_build_object('no', o.no, 'answer', o.answer, 'group', g.name,
            'answerKind', o.answer_kind, 'state', o.state) order by o.no)
          from objection o join affected_group g on g.community_id = o.community_id and g.id = o.group_id
          where o.community_id = p.community_id and o.proposal_id = p.id and o.merged_into is null`)}) as view
      from proposal p where p.community_id = ${scope.communityId} and p.no = ${no} and p.state <> 'draft'`,
    );
    if (!row) return undefined;
    const { answers, ...rest } = row;
    return { ...rest, promised: answers.filter(isPromise), blocked: startBlock(scope.who, row) };
  },
});
