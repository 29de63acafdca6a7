import { recordCase } from '@/features/cases/commands';
import { saveDraft } from '@/features/proposals/commands/draft';
import { addDays, type Day } from '@/lib/calendar';
import type { Call } from '@/lib/gate';
import type { Result } from '@/lib/result';
import { makeCommunity, sql } from './fixture';
import { nothing } from './joining';

/** One thing somebody tries: which act, who if not the one whose turn it is, and three numbers to choose by. */
export interface Step {
  move: number;
  /** Below 3: anybody; otherwise whoever usually does it. */
  who: number;
  a: number;
  b: number;
  c: number;
}

/** The one of these a number falls on. */
export const pick = <T>(items: readonly T[], by: number): T => {
  const item = items[by % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

export const FEW = { '14': 3, '15': 3 };
/** So many above that a group of them has numbers on the board. */
export const MANY = { '14': 12, '15': 3 };

/**
 * Two buildings of three doors or as many as it says, everybody who has a part, a draft of a proposal that will be number 1, a neighbour's for
 * the same thing that may become number 2, and a case.
 */
export async function begin(termActive: boolean, doors = FEW, settings = {}, kind = 'lift') {
  const here = await makeCommunity({
    settings,
    buildings: (['14', '15'] as const).map((name) => ({ name, entrances: 1, doorsPerEntrance: doors[name] })),
  });
  let today: Day = '2022-03-01';
  const at = (day: Day) => {
    today = day;
    here.at(day);
  };
  at(today);
  const homes = [...here.households('14'), ...here.households('15')];
  const residents = await Promise.all(homes.map(here.resident));
  const people = {
    worker: await here.staff('social-worker'),
    secretary: await here.staff('party-secretary'),
    governance: await here.staff('governance-secretary'),
    district: await here.staff('district'),
    property: await here.staff('property'),
    above: await here.captain(here.entrance('14', 1)),
    below: await here.captain(here.entrance('15', 1)),
    stranger: await here.outsider(),
  };
  if (termActive)
    await sql(
      `insert into term (community_id, person_id, cohort, from_day, to_day) values ($1, $2, '一', '2021-12-01', '2023-10-31')`,
      [here.communityId, people.governance],
    );
  const words = { kind, title: '修一条路', place: '14号楼前', problem: '坡上滑', ask: '修路' };
  const draft = await saveDraft(here.by(residents[0] ?? 0), words);
  const other = await saveDraft(here.by(residents.at(-1) ?? 0), { ...words, title: '坡上修路' });
  await recordCase(here.by(people.worker), {
    kind: 'complaint',
    source: 'walk_in',
    title: '坡上滑',
    words: '摔了一跤',
    place: '14号楼前',
  });
  return {
    ...here,
    ...people,
    termActive,
    homes,
    residents,
    everybody: [...residents, ...Object.values(people)],
    draft: draft.ok ? draft.value.draft : 0,
    other: other.ok ? other.value.draft : 0,
    joint: nothing(),
    /** Writes so far. */
    begun: 3,
    lead: termActive ? people.governance : people.secretary,
    today: () => today,
    wait: (days: number) => at(addDays(today, days)),
    resident: (household: number) => residents[homes.indexOf(household)] ?? people.stranger,
  };
}

export type World = Awaited<ReturnType<typeof begin>>;

/** What is stored, as far as somebody needs it to say what to do next. */
export async function look(w: World) {
  const [row] = await sql<{
    state: string;
    named: number | null;
    confirmed: number | null;
    draft: number | null;
    draft_row: number;
    cited: boolean;
    judged: boolean;
    sure: boolean;
    version: number | null;
    round: number | null;
    open: boolean;
    over: boolean;
    held: number | null;
    summarised: boolean;
    gate: string | null;
    notice_over: boolean;
    signed: number;
    opposition: number | null;
    leaves: number;
    shelving: boolean;
    linked: boolean;
  }>(
    `select p.state, p.groups_named_by as named, p.groups_confirmed_by as confirmed,
       d.version as draft, coalesce(d.row_version, 0) as draft_row,
       exists (select 1 from plan_change x where x.community_id = p.community_id and x.plan_id = d.id) as cited,
       exists (select 1 from plan_materiality x where x.community_id = p.community_id and x.plan_id = d.id) as judged,
       exists (select 1 from plan_materiality x where x.community_id = p.community_id and x.plan_id = d.id
                and x.confirmed_by is not null) as sure,
       (select max(version) from plan x where x.community_id = p.community_id and x.proposal_id = p.id
         and x.state = 'published') as version,
       r.no as round, coalesce(r.state = 'open', false) as open, coalesce(r.closes_at <= $2, false) as over,
       case when r.state = 'closed' then r.plan_version end as held, coalesce(r.summary <> '', false) as summarised,
       (select min(key) from legal_gate x where x.community_id = p.community_id and x.proposal_id = p.id
         and x.state = 'open') as gate,
       coalesce(n.to_at <= $2, false) as notice_over,
       (select count(*)::int from signature s join resolution x on x.community_id = s.community_id
         and x.id = s.resolution_id where x.community_id = p.community_id and x.notice_id = n.id) as signed,
       (select min(id) from notice_opposition x where x.community_id = p.community_id and x.notice_id = n.id
         and x.answer is null) as opposition,
       (select size::int from ledger_head x where x.community_id = p.community_id) as leaves,
       exists (select 1 from proposal_event x where x.community_id = p.community_id and x.kind = 'shelving_proposed'
         and x.at >= p.state_at) as shelving,
       exists (select 1 from case_link x where x.community_id = p.community_id and x.proposal_id = p.id) as linked
     from proposal p
     left join plan d on d.community_id = p.community_id and d.proposal_id = p.id and d.state = 'draft'
     left join lateral (select * from round x where x.community_id = p.community_id and x.proposal_id = p.id
       and x.state <> 'void' order by x.k desc limit 1) r on true
     left join lateral (select * from notice x where x.community_id = p.community_id and x.proposal_id = p.id
       and x.state = 'running' order by x.id desc limit 1) n on true
     where p.community_id = $1 and p.id = $3`,
    [w.communityId, new Date(`${w.today()}T09:00:00+08:00`), w.draft],
  );
  if (!row) throw new Error('the proposal is gone');
  return row;
}

export type Facts = Awaited<ReturnType<typeof look>>;

/** What somebody would do next: a turn, some days of waiting first, and which one it is about. */
export interface Wish {
  name: string;
  days?: number;
  a?: number;
}
type Move<W, F> = (w: W, by: Call, step: Step, f: F) => Promise<Result<unknown>>;
/** An act, and who usually does it. */
export type Turn<W = World, F = Facts> = [name: string, usual: (w: W, step: Step, f: F) => number, move: Move<W, F>];

/** How one stage of a proposal's life is lived: who can do what in it, and what people of good will would do. */
export interface Play<W extends World = World, F extends Facts = Facts> {
  turns: readonly Turn<W, F>[];
  /** What may well happen in a state without bringing it on; the rest is tried everywhere, and mostly refused. */
  meanwhile: Readonly<Record<string, readonly string[]>>;
  look: (w: W) => Promise<F>;
  sensible: (w: W, f: F, step: Step) => Promise<Wish>;
}

export interface Tried {
  name: string;
  outcome: Result<unknown>;
  /** How many leaves the record had. */
  before: number;
  /** The state it was tried in. */
  state: string;
}

/** Tries one step: of good will, or whatever the numbers say; then now and then by anybody at all. */
export async function tryStep<W extends World, F extends Facts>(
  w: W,
  step: Step,
  play: Play<W, F>,
  willing = step.move % 3 !== 0,
): Promise<Tried> {
  const f = await play.look(w);
  const wish = willing ? await play.sensible(w, f, step) : null;
  if (wish?.days) w.wait(wish.days);
  else if (step.a % 9 === 0) w.wait(step.b % 3);
  const idle = step.c % 3 ? play.meanwhile[f.state] : undefined;
  const wanted = wish?.name ?? (idle && pick(idle, Math.floor(step.move / 3)));
  const turn = wanted
    ? play.turns.find(([name]) => name === wanted)
    : play.turns[Math.floor(step.move / 3) % play.turns.length];
  if (!turn) throw new Error(`no such turn: ${wanted}`);
  const [name, usual, move] = turn;
  const chosen = { ...step, a: wish?.a ?? step.a };
  const person = step.who < 3 && !willing ? pick(w.everybody, step.b) : usual(w, chosen, f);
  const outcome = await move(w, w.by(person), chosen, f);
  return { name, outcome, before: f.leaves, state: f.state };
}
