import { recordCase } from '@/features/cases/commands';
import {
  acknowledgeObjection,
  answerObjection,
  drawObjection,
  escalateObjection,
  giveVerdict,
  noteTry,
  reopenObjection,
} from '@/features/objections/commands';
import { correctOpinion, giveOpinion, noteVisit, recordOpinion } from '@/features/opinions/commands';
import { citeChanges, confirmMateriality, draftPlan, judgeMateriality, publishPlan } from '@/features/plans/commands';
import {
  acceptProposal,
  appeal,
  confirmShelving,
  decideAppeal,
  declineProposal,
  proposeShelving,
  reopenShelved,
  saveDraft,
  submitProposal,
  withdrawProposal,
} from '@/features/proposals/commands';
import { closeRound, extendRound, openRound, redesign, summariseRound } from '@/features/rounds/commands';
import { confirmGroups, decideGate, nameGroups, startConsultation } from '@/features/scoping/commands';
import {
  answerOpposition,
  declareAgreement,
  opposeNotice,
  postNotice,
  returnResolution,
  signResolution,
} from '@/features/signoff/commands';
import { startWorks } from '@/features/works/commands';
import { addDays, type Day } from '@/lib/calendar';
import type { Call } from '@/lib/gate';
import type { Result } from '@/lib/result';
import { makeCommunity, sql } from './fixture';
import { link, MAIN, merge, nothing, OTHER, separate, support, unlink, unsupport } from './joining';

/** One thing somebody tries: which act, who if not the one whose turn it is, and three numbers to choose by. */
export interface Step {
  move: number;
  /** Below 3: anybody; otherwise whoever usually does it. */
  who: number;
  a: number;
  b: number;
  c: number;
}

const STANCES = ['support', 'support', 'support_if', 'oppose', 'no_view', 'support'] as const;
const GROUNDS = ['noise', 'trees'] as const;
const pick = <T>(items: readonly T[], by: number): T => {
  const item = items[by % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/**
 * Two buildings of three doors, everybody who has a part, a draft of a proposal that will be number 1, a neighbour's for
 * the same thing that may become number 2, and a case.
 */
export async function begin(termActive: boolean) {
  const here = await makeCommunity({
    buildings: [
      { name: '14', entrances: 1, doorsPerEntrance: 3 },
      { name: '15', entrances: 1, doorsPerEntrance: 3 },
    ],
  });
  let today: Day = '2022-03-01';
  const at = (day: Day) => {
    today = day;
    here.at(day);
  };
  at(today);
  const homes = [...here.households('14'), ...here.households('15')];
  const residents: number[] = [];
  for (const home of homes) residents.push(await here.resident(home));
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
  const words = { kind: 'lift', title: '修一条路', place: '14号楼前', problem: '坡上滑', ask: '修路' };
  const draft = await saveDraft(here.by(residents[0] ?? 0), words);
  const other = await saveDraft(here.by(residents[5] ?? 0), { ...words, title: '坡上修路' });
  await recordCase(here.by(people.worker), {
    ...{ kind: 'complaint', source: 'walk_in', title: '坡上滑', words: '摔了一跤', place: '14号楼前' },
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
       case when r.state = 'closed' then r.plan_version end as held,
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

type Facts = Awaited<ReturnType<typeof look>>;

/** Opinions that nobody has drawn an objection from yet, with the ground they give. */
const undrawn = (w: World) =>
  sql<{ id: number; ground: string | null; household: number }>(
    `select o.id, o.ground, o.household_id as household from opinion o
      where o.community_id = $1 and o.stance in ('oppose', 'support_if')
        and not exists (select 1 from opinion l where l.community_id = o.community_id and l.household_id = o.household_id
          and (l.round_id > o.round_id or l.round_id = o.round_id and (l.own, l.seq) > (o.own, o.seq)))
        and not exists (select 1 from objection_raiser r where r.community_id = o.community_id
          and r.opinion_id = o.id) order by o.id`,
    [w.communityId],
  );

const objections = (w: World) =>
  sql<{ no: number; state: string; households: number[] }>(
    `select o.no, o.state, array_agg(r.household_id order by r.household_id) as households from objection o
       join objection_raiser r on r.community_id = o.community_id and r.objection_id = o.id
      where o.community_id = $1 group by 1, 2, o.no order by o.no`,
    [w.communityId],
  );

const silent = (w: World) =>
  sql<{ id: number }>(
    `select e.household_id as id from electorate e join round r on r.community_id = e.community_id and r.id = e.round_id
      where e.community_id = $1 and r.state = 'open' and e.asked and not exists (select 1 from opinion o
        where o.community_id = e.community_id and o.round_id = e.round_id and o.household_id = e.household_id)
      order by 1`,
    [w.communityId],
  );

type Move = (w: World, by: Call, step: Step, f: Facts) => Promise<Result<unknown>>;
/** An act, and who usually does it. */
type Turn = [name: string, usual: (w: World, step: Step) => number, move: Move];

const proposal = MAIN;
const says = (step: Step) => ({
  stance: pick(STANCES, step.b),
  words: `话${step.c}`,
  condition: '装扶手',
  ground: pick(GROUNDS, step.c),
});
const household = (w: World, { a }: Step) => pick(w.homes, a);
const ofHome = (w: World, step: Step) => w.resident(household(w, step));
const lead = (w: World) => w.lead;
const worker = (w: World) => w.worker;
const secretary = (w: World, { b }: Step) => (b % 3 ? w.secretary : w.governance);
const author = (w: World) => w.residents[0] ?? 0;
const neighbour = (w: World) => w.residents[5] ?? 0;
const either = (by: number) => (by % 3 ? MAIN : OTHER);
const knocker = (w: World, { a }: Step) => pick([w.above, w.below], Math.floor((a % 6) / 3));
const places = (w: World, building: string) => [`building:${w.buildingId(building)}`];
const some = async (w: World, { a }: Step) =>
  pick([...(await objections(w)), { no: 1, state: '', households: [0] }], a);

/** Everything anybody can do to the proposal, from the draft to the start of the works. */
export const turns: Turn[] = [
  ['submit', author, (w, by) => submitProposal(by, { draft: w.draft })],
  ['accept', worker, (_, by) => acceptProposal(by, { proposal })],
  ['decline', secretary, (_, by) => declineProposal(by, { proposal, reason: '不归我们', askInstead: '物业' })],
  ['appeal', author, (_, by) => appeal(by, { proposal, reason: '请再看看' })],
  [
    'decide appeal',
    (w) => w.district,
    (_, by, { b }) => decideAppeal(by, { proposal, reason: '看过了', outcome: b % 3 ? 'upheld' : 'dismissed' }),
  ],
  ['support', ofHome, (w, by, { c }) => support(w, by, either(c))],
  ['take back', ofHome, (w, by, { c }) => unsupport(w, by, either(c))],
  // Numbers are given in the order of arrival: the neighbour waits for the first.
  ['submit other', neighbour, (w, by, _, f) => submitProposal(by, { draft: f.state === 'draft' ? w.draft : w.other })],
  ['link case', worker, (w, by, { b, c }) => link(w, by, either(c), 1, pick(['for', 'against', 'other'], b))],
  [
    'unlink case',
    worker,
    async (w, by, { c }) => {
      const [known] = await sql<{ no: number }>(
        `select p.no from case_link l join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
          where l.community_id = $1 order by p.no limit 1`,
        [w.communityId],
      );
      return unlink(w, by, known?.no ?? either(c), 1);
    },
  ],
  ['merge', worker, (w, by, { b }) => (b % 2 ? merge(w, by, OTHER, MAIN) : merge(w, by, MAIN, OTHER))],
  ['separate', worker, (w, by, _, f) => separate(w, by, f.state === 'merged' ? MAIN : OTHER)],
  ['withdraw', author, (_, by) => withdrawProposal(by, { proposal, reason: '算了' })],
  [
    'propose shelving',
    secretary,
    (w, by) => proposeShelving(by, { proposal, reason: '没钱', lookAgainOn: addDays(w.today(), 30) }),
  ],
  ['confirm shelving', secretary, (_, by) => confirmShelving(by, { proposal })],
  ['off the shelf', worker, (_, by) => reopenShelved(by, { proposal, reason: '有钱了' })],
  [
    'name groups',
    worker,
    (w, by, { b }) => {
      const group = (name: string, effect: string, whose: string[]) => ({ name, effect, why: '离得近', places: whose });
      const both = [...places(w, '14'), ...places(w, '15')];
      if (b % 11 === 0) return nameGroups(by, { proposal, groups: [group('全体', 'neutral', both)] });
      const bears = b % 5 === 0 ? 'neutral' : 'bears';
      return nameGroups(by, {
        proposal,
        groups: [group('上边', 'benefits', places(w, '14')), group('下边', bears, places(w, '15'))],
      });
    },
  ],
  ['confirm groups', (w) => w.secretary, (_, by) => confirmGroups(by, { proposal })],
  [
    'decide gate',
    (w) => w.secretary,
    (_, by, { b }, f) =>
      decideGate(by, {
        ...{ proposal, gate: f.gate ?? 'lift_inspection', evidence: '批文' },
        ...(b % 4 ? { outcome: 'satisfied', decidedOn: '2022-02-28' } : { outcome: 'not_applicable' }),
      }),
  ],
  ['consult', (w) => w.secretary, (_, by) => startConsultation(by, { proposal })],
  [
    'draft plan',
    worker,
    (_, by, { c }, f) =>
      draftPlan(by, {
        ...{
          proposal,
          title: '方案',
          summary: '修路',
          cost: '100',
          clauses: `直下${f.version ?? 0}-${c % 3}\n路宽一米二`,
        },
        ...(f.draft_row && { rowVersion: f.draft_row }),
      }),
  ],
  [
    'cite changes',
    worker,
    async (w, by, { b }) => {
      const known = await objections(w);
      const cited = known.length && b % 2 ? { objections: [pick(known, b).no] } : { technical: '坡度' };
      return citeChanges(by, { proposal, changes: [{ clause: 1, note: '改了', ...cited }] });
    },
  ],
  [
    'judge materiality',
    worker,
    (_, by, { a, b }) =>
      judgeMateriality(by, {
        proposal,
        judgements: [a, b].map((n, index) => ({ group: index + 1, material: n % 2 ? 'yes' : 'no', reason: '因为' })),
      }),
  ],
  ['confirm materiality', secretary, (_, by) => confirmMateriality(by, { proposal })],
  ['publish plan', lead, (_, by) => publishPlan(by, { proposal })],
  ['open round', worker, (w, by, { b }) => openRound(by, { proposal, closesOn: addDays(w.today(), 6 + (b % 4)) })],
  ['extend round', worker, (w, by, _, f) => extendRound(by, { round: f.round ?? 1, closesOn: addDays(w.today(), 9) })],
  ['opinion', ofHome, (_, by, step, f) => giveOpinion(by, { round: f.round ?? 1, ...says(step) })],
  [
    'opinion at the door',
    knocker,
    (w, by, step, f) =>
      recordOpinion(by, {
        ...{ round: f.round ?? 1, household: household(w, step), proof: 'read_back', witnessName: '邻居' },
        ...says(step),
      }),
  ],
  ['correct', ofHome, (_, by, step, f) => correctOpinion(by, { round: f.round ?? 1, ...says(step) })],
  [
    'visit',
    knocker,
    (w, by, step, f) =>
      noteVisit(by, {
        ...{ round: f.round ?? 1, household: household(w, step) },
        outcome: step.b % 2 ? 'refused' : 'not_home',
      }),
  ],
  [
    'close round',
    worker,
    (w, by, { who }, f) => closeRound(who % 2 ? by : w.bySystem('round.close'), { round: f.round ?? 1 }),
  ],
  ['summarise', lead, (_, by, __, f) => summariseRound(by, { round: f.round ?? 1, summary: '大家说了什么' })],
  ['redesign', lead, (_, by) => redesign(by, { proposal, reason: '下边多数不同意' })],
  [
    'draw objection',
    worker,
    async (w, by, { a, b }) => {
      const one = pick([...(await undrawn(w)), { id: 0, ground: null }], a);
      const ground = one.ground ?? pick(GROUNDS, b);
      return drawObjection(by, { proposal, opinions: [one.id], ground, weight: 'harm', wording: '路正对窗户' });
    },
  ],
  [
    'acknowledge',
    worker,
    async (w, by, step) => acknowledgeObjection(by, { proposal, objection: (await some(w, step)).no }),
  ],
  [
    'answer',
    worker,
    async (w, by, step, f) =>
      answerObjection(by, {
        ...{ proposal, objection: (await some(w, step)).no, answer: '管子在那儿' },
        kind: pick(
          [f.draft === null ? 'adopted_another_way' : 'adopted', 'adopted', 'partly', 'not_possible'] as const,
          step.b,
        ),
        clause: 1,
      }),
  ],
  [
    'verdict',
    ofHome,
    async (w, _, step) => {
      const one = await some(w, step);
      const speaker = step.who < 3 ? pick(w.everybody, step.b) : w.resident(one.households[0] ?? 0);
      const verdict = pick(['settled', 'settled', 'maintained', 'withdrawn'] as const, step.c);
      return giveVerdict(w.by(speaker), { proposal, objection: one.no, verdict, words: '还是这话' });
    },
  ],
  [
    'try',
    knocker,
    async (w, by, step) => {
      const one = await some(w, step);
      return noteTry(by, { proposal, objection: one.no, household: one.households[0] ?? 1 });
    },
  ],
  [
    'reopen objection',
    worker,
    async (w, by, step) => reopenObjection(by, { proposal, objection: (await some(w, step)).no, reason: '条款又改了' }),
  ],
  [
    'escalate',
    lead,
    async (w, by, step) =>
      escalateObjection(by, { proposal, objection: (await some(w, step)).no, reason: '谈不拢', words: '我就是不同意' }),
  ],
  ['agree', lead, (_, by) => declareAgreement(by, { proposal })],
  ['post notice', (w) => w.secretary, (_, by) => postNotice(by, { proposal })],
  ['oppose notice', ofHome, (_, by) => opposeNotice(by, { proposal, words: '还是不行' })],
  [
    'answer opposition',
    worker,
    (_, by, { b }, f) =>
      answerOpposition(by, {
        ...{ proposal, opposition: f.opposition ?? 1, answer: '谈过了' },
        outcome: b % 4 ? 'not_upheld' : 'upheld',
      }),
  ],
  ['return', secretary, (_, by) => returnResolution(by, { proposal, reason: '再想想' })],
  ['sign', secretary, (_, by) => signResolution(by, { proposal })],
  [
    'start works',
    (w) => w.property,
    (_, by) => startWorks(by, { proposal, contractor: '某公司', budget: '100', permits: '齐' }),
  ],
];

/** What may well happen in a state without bringing it on; the rest is tried everywhere, and mostly refused. */
const meanwhile: Record<string, string[]> = {
  submitted: [
    ...['support', 'submit other', 'link case', 'unlink case', 'unlink case', 'merge', 'merge', 'separate'],
    ...['decline', 'withdraw'],
  ],
  merged: ['support', 'take back', 'link case', 'unlink case', 'merge'],
  scoping: [
    ...['submit other', 'merge', 'separate', 'support', 'take back', 'link case', 'link case'],
    ...['unlink case', 'unlink case', 'unlink case'],
    ...['name groups', 'draft plan', 'publish plan', 'decide gate', 'propose shelving', 'confirm shelving'],
  ],
  consulting: [
    ...['opinion', 'opinion at the door', 'correct', 'visit', 'verdict', 'name groups', 'try', 'extend round'],
    ...['submit other', 'merge', 'separate', 'support'],
  ],
  redesign: [
    'verdict',
    'escalate',
    'name groups',
    'confirm shelving',
    'propose shelving',
    'reopen objection',
    'correct',
  ],
  agreed: ['name groups', 'verdict', 'correct', 'return', 'propose shelving', 'confirm shelving'],
  noticed: [
    'oppose notice',
    'oppose notice',
    'answer opposition',
    'verdict',
    'correct',
    'name groups',
    'return',
    'sign',
  ],
};

const index = new Map(turns.map(([name], at) => [name, at]));

/** What people of good will would do next: a turn, some days of waiting first, and who must do it. */
export async function sensible(w: World, f: Facts, step: Step): Promise<{ name: string; days?: number; a?: number }> {
  const unanswered = async () => {
    const all = await objections(w);
    const waiting = all.findIndex((one) => one.state === 'raised' || one.state === 'acknowledged');
    return waiting < 0 ? null : waiting;
  };
  if (f.shelving && step.c % 2) return { name: 'confirm shelving' };
  const draw = await undrawn(w);
  switch (f.state) {
    case 'draft':
      return { name: 'submit' };
    case 'submitted':
      return { name: pick(['accept', 'accept', 'submit other', 'merge', 'merge', 'link case'], step.c) };
    case 'merged': {
      const days = pick([0, 0, 1, 6, 13, 14], step.b);
      return { name: 'separate', ...(days && { days }) };
    }
    case 'declined':
      return { name: step.a % 2 ? 'appeal' : 'decide appeal' };
    case 'shelved':
      return { name: 'off the shelf' };
    case 'scoping':
      if (step.b % 4 === 0) return { name: f.linked ? 'unlink case' : 'link case' };
      if (f.named === null) return { name: 'name groups' };
      return { name: f.confirmed === null ? 'confirm groups' : 'consult' };
    case 'consulting': {
      if (f.open && !f.over) {
        const [home] = await silent(w);
        if (!home) return { name: 'close round', days: 11 };
        return { name: step.b % 4 ? 'opinion' : 'opinion at the door', a: w.homes.indexOf(home.id) };
      }
      if (f.open) return { name: 'close round' };
      if (f.version === null) return { name: f.draft === null ? 'draft plan' : 'publish plan' };
      if (f.held !== f.version) return { name: 'open round' };
      if (draw.length > 0) return { name: 'draw objection', a: 0 };
      const waiting = await unanswered();
      if (waiting !== null) return { name: 'answer', a: waiting };
      return { name: pick(['agree', 'agree', 'redesign', 'verdict'], step.c) };
    }
    case 'redesign': {
      if (draw.length > 0) return { name: 'draw objection', a: 0 };
      if (f.draft === null) return { name: 'draft plan' };
      const waiting = await unanswered();
      if (waiting !== null) return { name: 'answer', a: waiting };
      if (!f.cited) return { name: 'cite changes' };
      if (!f.judged) return { name: 'judge materiality' };
      return { name: f.sure ? 'publish plan' : 'confirm materiality' };
    }
    case 'agreed':
      return { name: f.gate ? 'decide gate' : 'post notice' };
    case 'noticed':
      if (f.opposition !== null) return { name: 'answer opposition' };
      return f.notice_over ? { name: 'sign' } : { name: 'sign', days: 8 };
    default:
      return { name: 'start works' };
  }
}

/**
 * Tries one step: two of three times what people of good will would do. Returns what was tried, its outcome, and how
 * many leaves the record had before.
 */
export async function attempt(
  w: World,
  step: Step,
): Promise<{ name: string; outcome: Result<unknown>; before: number }> {
  const f = await look(w);
  const willing = step.move % 3 !== 0;
  const wish = willing ? await sensible(w, f, step) : null;
  if (wish?.days) w.wait(wish.days);
  else if (step.a % 9 === 0) w.wait(step.b % 3);
  const idle = step.c % 3 ? meanwhile[f.state] : undefined;
  const wanted = wish?.name ?? (idle && pick(idle, Math.floor(step.move / 3)));
  const turn = turns[wanted ? (index.get(wanted) ?? 0) : Math.floor(step.move / 3) % turns.length];
  if (!turn) throw new Error('no such turn');
  const [name, usual, move] = turn;
  const chosen = { ...step, a: wish?.a ?? step.a };
  const person = step.who < 3 && !willing ? pick(w.everybody, step.b) : usual(w, chosen);
  return { name, outcome: await move(w, w.by(person), chosen, f), before: f.leaves };
}
