import { type SQL, sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import type { Effect } from '@/db/words/scoping';
import type { Outcome } from '@/db/words/works';
import { list } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';
import { isSilent, silentFrom } from '../rules';

/** An earlier site of a proposal ended when its plan went back to the drawing board. */
export const stateOfSite = sql`case when exists (select 1 from works l where l.community_id = w.community_id
  and l.proposal_id = w.proposal_id and l.id > w.id) then 'redesign' else p.state end`;

/** A site that says nothing for fourteen days is `silent`, while it is being built and not once it is complete. */
export function silence(one: { state: ProposalState; lastReportAt: string; completedAt: string | null }, now: Date) {
  const running = one.state === 'building' && one.completedAt === null;
  const last = new Date(one.lastReportAt);
  const silent = running && isSilent(last, now);
  return { running, silent, turnsAt: running && !silent ? silentFrom(last) : null };
}

interface MilestoneView {
  id: number;
  position: number;
  name: string;
  plannedOn: string;
  actualOn: string | null;
  unit: string;
  target: number | null;
  actual: number | null;
  inPlaces: boolean;
  note: string;
  checked: boolean;
  pictures: { id: number; caption: string; width: number; height: number }[];
}

/** Beside it for whoever works there. */
interface DeskMilestone extends MilestoneView {
  reported: boolean;
  returned: string;
  /** Pictures nobody has looked at yet. */
  picturesWaiting: number;
}

/** The board shows the outcome and the day; who the delegates are, and their words, stay with the staff. */
interface PromiseShown {
  id: number;
  group: number | null;
  /** Number of the objection it answers. */
  objection: number | null;
  text: string;
  outcome: Outcome | null;
  repairOn: string | null;
  /** Reported as mended since. */
  mended: boolean;
}

interface Promised extends PromiseShown {
  note: string;
  mendNote: string;
}

export interface AcceptanceShown {
  group: number;
  outcome: Outcome | null;
  at: string | null;
  repairOn: string | null;
}

interface Accepted extends AcceptanceShown {
  household: number;
}

interface GroupName {
  id: number;
  position: number;
  name: string;
  effect: Effect;
  /** Where its households live. */
  buildings: string[];
}

interface WorkRow<M, C, A> {
  id: number;
  no: number;
  proposal: number;
  title: string;
  state: ProposalState;
  resolution: number;
  contractor: string;
  budget: number;
  budgetReason: string;
  permits: string;
  warrantyMonths: number;
  startedAt: string;
  lastReportAt: string;
  completedAt: string | null;
  groups: GroupName[];
  milestones: M[];
  commitments: C[];
  acceptances: A[];
}

/** What is read of each kind of row, and where a group's households live. */
interface Seen {
  milestone: SQL;
  commitment: SQL;
  acceptance: SQL;
  buildings: SQL;
}

const pictures = list(sql`select json_agg(json_build_object('id', x.id, 'caption', x.caption, 'width', x.small_width,
    'height', x.small_height) order by x.position, x.id)
  from picture x where x.community_id = m.community_id and x.subject = 'milestone' and x.subject_id = m.id and x.on_board`);

const milestones = (more: SQL) =>
  list(sql`select json_agg(json_build_object('id', m.id, 'position', m.position, 'name', m.name,
    'plannedOn', m.planned_on, 'actualOn', m.actual_on, 'unit', m.unit, 'target', m.target, 'actual', m.actual, 'inPlaces', m.in_places,
    'note', m.note, 'checked', m.checked_at is not null, 'pictures', ${pictures}${more}) order by m.position)
  from milestone m where m.community_id = w.community_id and m.works_id = w.id`);

const commitments = (more: SQL) =>
  list(sql`select json_agg(json_build_object('id', c.id, 'group', o.group_id, 'objection', o.no, 'text', c.text,
    'outcome', c.outcome, 'repairOn', c.repair_on, 'mended', c.mended_at is not null${more}) order by c.id)
  from commitment c left join objection o on o.community_id = c.community_id and o.id = c.objection_id
  where c.community_id = w.community_id and c.works_id = w.id`);

const acceptances = (more: SQL) =>
  list(sql`select json_agg(json_build_object('group', a.group_id, 'outcome', a.outcome, 'at', a.at,
    'repairOn', a.repair_on${more}) order by a.group_id)
  from acceptance a where a.community_id = w.community_id and a.works_id = w.id`);

const groups = (buildings: SQL) =>
  list(sql`select json_agg(json_build_object('id', g.id, 'position', g.position, 'name', g.name,
    'effect', g.effect, 'buildings', ${buildings}) order by g.position)
  from affected_group g where g.community_id = w.community_id and g.proposal_id = w.proposal_id`);

async function workOf<M, C extends { group: number | null }, A>(scope: Scope, no: number, seen: Seen) {
  const [row] = await rows<WorkRow<M, C, A>>(
    scope,
    sql`select json_build_object('id', w.id, 'no', w.no, 'proposal', p.no, 'title', p.title, 'state', ${stateOfSite},
      'resolution', s.no, 'contractor', w.contractor, 'budget', w.budget, 'budgetReason', w.budget_reason, 'permits', w.permits,
      'warrantyMonths', w.warranty_months, 'startedAt', w.started_at, 'lastReportAt', w.last_report_at,
      'completedAt', w.completed_at, 'groups', ${groups(seen.buildings)}, 'milestones', ${milestones(seen.milestone)},
      'commitments', ${commitments(seen.commitment)}, 'acceptances', ${acceptances(seen.acceptance)}) as view
    from works w
    join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
    join resolution s on s.community_id = w.community_id and s.id = w.resolution_id
    where w.community_id = ${scope.communityId} and w.no = ${no}`,
  );
  if (!row) return undefined;
  const livesIn = (group: number | null) => row.groups.find(({ id }) => id === group)?.buildings ?? [];
  return { ...row, commitments: row.commitments.map((one) => ({ ...one, buildings: livesIn(one.group) })) };
}

/** As anybody may know it; where a group lives, the board has ready. */
export const workShown = (scope: Scope, no: number) =>
  workOf<MilestoneView, PromiseShown, AcceptanceShown>(scope, no, {
    milestone: sql``,
    commitment: sql``,
    acceptance: sql``,
    buildings: sql`g.buildings`,
  });

export type WorkShown = NonNullable<Awaited<ReturnType<typeof workShown>>>;

const buildings = list(sql`select json_agg(k.name order by length(k.name), k.name) from (select distinct b.name
  from building b where b.community_id = g.community_id and b.id = any (array(select h.building_id
    from household h where h.community_id = g.community_id and h.id = any (array(select m.household_id
      from group_household m where m.community_id = g.community_id and m.group_id = g.id))))) k`);

/** As those know it who build, look and accept. */
export const workInside = (scope: Scope, no: number) =>
  workOf<DeskMilestone, Promised, Accepted>(scope, no, {
    milestone: sql`, 'reported', m.reported_by is not null, 'returned', m.returned, 'picturesWaiting', (select count(*) from picture x
      where x.community_id = m.community_id and x.looked_at_at is null and (x.subject = 'milestone' and x.subject_id = m.id
        or x.subject = 'place' and x.subject_id in (select z.id from works_place z
          where z.community_id = m.community_id and z.milestone_id = m.id)))`,
    commitment: sql`, 'note', c.note, 'mendNote', c.mend_note`,
    acceptance: sql`, 'household', a.household_id`,
    buildings,
  });
