import { closeComparison } from '@/features/alternatives/commands/close';
import { draftAlternative } from '@/features/alternatives/commands/draft';
import { endComparison } from '@/features/alternatives/commands/end';
import { noteAtDoor } from '@/features/alternatives/commands/say';
import { askOutside } from '@/features/beyond/commands';
import { markConditions } from '@/features/conditions/commands';
import { dropUnit } from '@/features/repairs/commands/drop';
import { leaksAgain } from '@/features/repairs/commands/judge';
import { listUnits, openRepair, planBatch } from '@/features/repairs/commands/list';
import { finishUnits, lookAtUnits } from '@/features/repairs/commands/work';
import { proposeShort, setLimit } from '@/features/shortway/commands/decide';
import { doAgain, finishShort } from '@/features/shortway/commands/finish';
import { addDays } from '@/lib/calendar';
import { photo } from './consultation';
import { sql } from './fixture';
import { talks } from './good-will';
import { type Facts, look, type Play, pick, type Step, type Turn, tryStep, type Wish, type World } from './history';
import { MAIN } from './joining';
import {
  answerOutside,
  answerShort,
  approveWording,
  chooseAlternative,
  completeRepairs,
  confirmShort,
  dropOutside,
  judgeUnit,
  objectShort,
  openComparison,
  recordShortObjection,
  recordUnit,
  recordWord,
  refuseShort,
  sayWord,
  startRepairs,
} from './shown';
import { objections, turns } from './talks';

/** By which way people of good will bring a proposal to its end; what the others hold is tried on all of them. */
export const WAYS = ['full', 'compared', 'full', 'homes', 'full', 'short'] as const;
type Matter = World & { way: (typeof WAYS)[number] };

interface Home {
  id: number;
  household: number;
  state: string;
}

/** What is stored beside the proposal, as far as somebody needs it to say what to do next. */
async function lookFurther(w: Matter) {
  const [row] = await sql<{
    waiting: number | null;
    refused: number | null;
    marked: number;
    limited: boolean;
    short: { confirmed: boolean; over: boolean; done: boolean } | null;
    compared: { drafted: number; open: boolean; over: boolean; closed: boolean } | null;
    repair: { loose: number[]; homes: Home[] } | null;
  }>(
    `select (select min(position) from outside_consent x where x.community_id = $1 and x.state = 'waiting') as waiting,
       (select min(position) from outside_consent x where x.community_id = $1 and x.state = 'refused') as refused,
       (select coalesce(max(version), 0) from condition_list x where x.community_id = $1) as marked,
       (select short_limit is not null from community where id = $1) as limited,
       (select json_build_object('confirmed', x.confirmed_at is not null, 'over', coalesce(x.hangs_until <= $2, false),
          'done', x.done_at is not null) from short_way x where x.community_id = $1 and x.ended_at is null limit 1) as short,
       (select json_build_object('open', x.opens_at is not null, 'over', coalesce(x.closes_at <= $2, false),
          'closed', x.closed_at is not null, 'drafted', (select count(*) from alternative a
            where a.community_id = $1 and a.comparison_id = x.id))
          from comparison x where x.community_id = $1 and x.ended_at is null order by x.id desc limit 1) as compared,
       (select json_build_object('homes', coalesce(json_agg(json_build_object('id', u.id, 'household', u.household_id,
            'state', u.state) order by u.id) filter (where u.id is not null), '[]'),
          'loose', coalesce(json_agg(u.id order by u.id) filter (where u.batch_id is null
            and u.state in ('reported', 'looked')), '[]'))
          from repair x left join repair_unit u on u.community_id = $1 and u.repair_id = x.id
         where x.community_id = $1 group by x.id) as repair`,
    [w.communityId, new Date(`${w.today()}T09:00:00+08:00`)],
  );
  if (!row) throw new Error('the community is gone');
  return row;
}

type Further = Facts & Awaited<ReturnType<typeof lookFurther>>;
type MatterTurn = Turn<Matter, Further>;

const proposal = MAIN;
const worker = (w: Matter) => w.worker;
const secretary = (w: Matter) => w.secretary;
const lead = (w: Matter) => w.lead;
const property = (w: Matter) => w.property;
const author = (w: Matter) => w.residents[0] ?? 0;
const household = (w: Matter, { a }: Step) => pick(w.homes, a);
const ofHome = (w: Matter, step: Step) => w.resident(household(w, step));
const knockerOf = (w: Matter, home: number) => (w.households('14').includes(home) ? w.above : w.below);
const knocker = (w: Matter, step: Step) => knockerOf(w, household(w, step));
const readBack = { proof: 'read_back', witnessName: '对门王阿姨' };

/** Of which alternatives somebody of this home is asked now, and whether it has said anything. */
const askedIn = (w: Matter) =>
  sql<{ household: number; positions: number[]; heard: boolean }>(
    `select h.household_id as household, array_agg(a.position order by a.position) as positions,
       exists (select 1 from alternative_word x where x.community_id = $1 and x.comparison_id = c.id
         and x.household_id = h.household_id) as heard
     from comparison c join alternative a on a.community_id = $1 and a.comparison_id = c.id
     join alternative_household h on h.community_id = $1 and h.alternative_id = a.id
     where c.community_id = $1 and c.ended_at is null group by c.id, h.household_id order by h.household_id`,
    [w.communityId],
  );

const objectionsThatHang = (w: Matter) =>
  sql<{ no: number }>(
    `select distinct o.no from objection o join objection_raiser r on r.community_id = $1 and r.objection_id = o.id
      where o.community_id = $1 and o.merged_into is null and r.wording_approved is not null
        and r.verdict is distinct from 'withdrawn' order by o.no`,
    [w.communityId],
  );

const ANSWERS = ['can', 'can', 'cannot', 'no_view', 'can', 'cannot', 'can'] as const;

/** What a home says of each alternative that concerns it; now and then of one that does not. */
function word(positions: readonly number[], { b, c }: Step) {
  const answers = positions.map((position, nth) => {
    const answer = pick(ANSWERS, b + nth * (c + 1));
    return { position, answer, words: `话${c}`, ...(answer === 'cannot' && { ground: pick(['noise', 'trees'], c) }) };
  });
  const takes = answers.find(({ answer }) => answer === 'can')?.position;
  return { proposal, answers, ...(b % 2 && takes !== undefined && { takes }) };
}

async function wordOf(w: Matter, home: number, step: Step) {
  const positions = (await askedIn(w)).find((one) => one.household === home)?.positions ?? [1, 2];
  return word(positions, step);
}

/** Most of those who are asked about alternatives speak, one after another. Says how many did. */
export async function everyoneAnswers(w: Matter, step: Step): Promise<number> {
  let said = 0;
  for (const [nth, one] of (await askedIn(w)).entries()) {
    if ((nth + step.a) % 7 === 0) continue;
    const given = word(one.positions, { ...step, b: step.b + nth * (step.c + 1) });
    said += (await sayWord(w.by(w.resident(one.household)), given)).ok ? 1 : 0;
  }
  return said;
}

/** Homes on the list that stand there, or the first of it. */
const standing = (f: Further, ...states: string[]): Home[] => {
  const fitting = f.repair?.homes.filter(({ state }) => states.includes(state)) ?? [];
  return fitting.length > 0 ? fitting : (f.repair?.homes.slice(0, 1) ?? []);
};
const one = (some: readonly Home[], { a }: Step): Home =>
  pick(some.length > 0 ? some : [{ id: 1, household: 0, state: '' }], a);
/** One of them, or all at once. */
const several = (some: readonly Home[], step: Step) => ({
  proposal,
  units: (step.b % 2 ? some : [one(some, step)]).map(({ id }) => String(id)),
});
const judged = ({ b }: Step, today: string) =>
  b % 4 ? { outcome: 'confirmed' } : { outcome: 'refused', note: '还漏', repairOn: addDays(today, 3) };

/** What the other kinds of matter add to what anybody can do. */
const own: MatterTurn[] = [
  [
    'ask outside',
    worker,
    (w, by, { b }, f) =>
      askOutside(by, {
        proposal,
        organisation: '园林局',
        asked: '借西侧绿地',
        askedOn: w.today(),
        due: addDays(w.today(), b % 9),
        ...(f.refused !== null && { instead: f.refused }),
      }),
  ],
  [
    'answer outside',
    worker,
    (w, by, { b }, f) =>
      answerOutside(by, {
        proposal,
        consent: f.waiting ?? f.refused ?? 1,
        answer: '园函7号',
        answeredOn: w.today(),
        outcome: b % 4 ? 'given' : 'refused',
      }),
  ],
  [
    'drop outside',
    secretary,
    (_, by, __, f) => dropOutside(by, { proposal, consent: f.refused ?? f.waiting ?? 1, reason: '路改在墙里' }),
  ],
  [
    'approve wording',
    ofHome,
    async (w, _, step) => {
      const some = pick([...(await objections(w)), { no: 1, state: '', households: [0] }], step.a);
      const speaker = w.resident(pick(some.households, step.b));
      return approveWording(w.by(speaker), { proposal, objection: some.no });
    },
  ],
  [
    'mark conditions',
    worker,
    async (w, by, { a, b, c }, f) => {
      const hanging = (await objectionsThatHang(w)).map(({ no }) => String(no));
      const known = (await objections(w)).map(({ no }) => String(no));
      const of = c % 5 && hanging.length > 0 ? hanging : ['1', ...known];
      return markConditions(by, {
        proposal,
        rowVersion: f.marked,
        budget: c % 3 ? '' : '5000',
        text_1: '离窗12米',
        objections_1: pick(of, a),
        cost_1: c % 2 ? '' : '3000',
        text_2: '不动这6棵树',
        objections_2: pick(of, b),
        cost_2: '4000',
        ...(b % 2 && { nos_1: '1、2', why_1: '中间只有一条直路' }),
      });
    },
  ],
  ['set limit', secretary, (_, by) => setLimit(by, { limit: '5000' })],
  [
    'propose short',
    worker,
    (w, by, { c }) =>
      proposeShort(by, {
        proposal,
        what: '装两个晾衣架',
        who: '物业',
        harmless: '不占路',
        cost: c % 7 ? '1800' : '5000.01',
        places: [w.entrance('14', 1)],
      }),
  ],
  ['confirm short', secretary, (_, by) => confirmShort(by, { proposal })],
  ['refuse short', secretary, (_, by) => refuseShort(by, { proposal, reason: '不是小事' })],
  ['object short', ofHome, (_, by) => objectShort(by, { proposal, words: '挡光' })],
  [
    'object short at the door',
    knocker,
    (w, by, step) => recordShortObjection(by, { proposal, household: household(w, step), words: '挡光', ...readBack }),
  ],
  ['finish short', property, (w, by) => finishShort(by, { proposal, doneOn: w.today(), photo })],
  [
    'answer short',
    author,
    (_, by, { b }) =>
      answerShort(by, { proposal, ...(b % 3 ? { answer: 'good' } : { answer: 'not_good', words: '歪' }) }),
  ],
  ['do again', lead, (_, by, { b }) => doAgain(by, { proposal, to: b % 4 ? 'short' : 'scoping', reason: '扶正' })],
  [
    'draft alternative',
    worker,
    (w, by, { b, c }, f) => {
      const group = (name: string, effect: string, building: string) => ({
        name,
        effect,
        why: '在旁边',
        places: [`building:${w.buildingId(building)}`],
      });
      const second = (f.compared?.drafted ?? 0) % 2 === 1;
      const below = group('下边', second ? 'benefits' : 'bears', '15');
      const both = [group('上边', second ? 'bears' : 'benefits', '14'), below];
      return draftAlternative(by, {
        proposal,
        title: second ? '草坪' : '墙边',
        summary: '建车棚',
        cost: '42000',
        clauses: `离窗${6 + (c % 2)}米\n不动树`,
        groups: b % 7 ? both : [below],
      });
    },
  ],
  ['compare', secretary, (w, by, { b }) => openComparison(by, { proposal, closesOn: addDays(w.today(), 7 + (b % 4)) })],
  ['say', ofHome, async (w, by, step) => sayWord(by, await wordOf(w, household(w, step), step))],
  [
    'say at the door',
    knocker,
    async (w, by, step) => {
      const home = household(w, step);
      return recordWord(by, { ...(await wordOf(w, home, step)), household: home, ...readBack });
    },
  ],
  [
    'knock',
    knocker,
    (w, by, step) =>
      noteAtDoor(by, { proposal, household: household(w, step), outcome: step.b % 2 ? 'refused' : 'not_home' }),
  ],
  [
    'close comparison',
    worker,
    (w, by, { who }) => closeComparison(who % 2 ? by : w.bySystem('comparison.close'), { proposal }),
  ],
  [
    'choose',
    lead,
    (_, by, { b, c }) =>
      chooseAlternative(by, { proposal, alternative: 1 + (b % 2), ...(c % 4 && { reason: '只有这里接得上电' }) }),
  ],
  ['none of them', lead, (_, by) => endComparison(by, { proposal, reason: '再找地方' })],
  ['open homes', worker, (_, by) => openRepair(by, { proposal, what: '重做两层防水', warranty: '60' })],
  [
    'list homes',
    worker,
    (w, by, { a, b }) => {
      const many = b % 3 ? w.homes.slice(0, -1) : [pick(w.homes, a)];
      const doors = many.map((home) => {
        const { building, entranceNo, door } = w.home(home);
        return `${building}-${entranceNo}-${door} 主卧顶漏`;
      });
      return listUnits(by, { proposal, doors: doors.join('\n') });
    },
  ],
  [
    'plan batch',
    worker,
    (w, by, { b }, f) =>
      planBatch(by, {
        proposal,
        contractor: '防水公司',
        from: w.today(),
        to: addDays(w.today(), 9),
        units: (f.repair?.loose ?? []).slice(0, b % 3 ? undefined : 2).map(String),
      }),
  ],
  ['start homes', secretary, (_, by) => startRepairs(by, { proposal })],
  [
    'look at homes',
    property,
    (w, by, step, f) => lookAtUnits(by, { ...several(standing(f, 'reported'), step), day: w.today(), note: '老化' }),
  ],
  [
    'repair homes',
    property,
    (w, by, step, f) =>
      finishUnits(by, { ...several(standing(f, 'looked', 'refused'), step), day: w.today(), note: '两层' }),
  ],
  [
    'judge home',
    (w, step, f) => w.resident(one(standing(f, 'repaired'), step).household),
    (w, by, step, f) => judgeUnit(by, { unit: one(standing(f, 'repaired'), step).id, ...judged(step, w.today()) }),
  ],
  [
    'judge home at the door',
    (w, step, f) => knockerOf(w, one(standing(f, 'repaired'), step).household),
    (w, by, step, f) =>
      recordUnit(by, { unit: one(standing(f, 'repaired'), step).id, ...judged(step, w.today()), ...readBack }),
  ],
  [
    'leaks again',
    (w, step, f) => w.resident(one(standing(f, 'confirmed'), step).household),
    (_, by, step, f) => leaksAgain(by, { unit: one(standing(f, 'confirmed'), step).id, note: '又漏' }),
  ],
  [
    'off the list',
    worker,
    (_, by, step, f) => dropUnit(by, { unit: one(standing(f, 'reported', 'refused'), step).id, reason: '自家修了' }),
  ],
  ['complete homes', worker, (_, by) => completeRepairs(by, { proposal })],
];

const CONSENTS = ['ask outside', 'answer outside', 'drop outside'];
const WORDED = ['approve wording', 'approve wording', 'mark conditions', 'mark conditions'];
const OF_HOMES = ['look at homes', 'repair homes', 'judge home', 'judge home at the door', 'off the list'];
const added: Record<string, string[]> = {
  submitted: ['propose short', 'confirm short', 'refuse short'],
  short: ['object short', 'object short at the door', 'finish short', 'support', 'withdraw'],
  completed: ['answer short', 'judge home', 'repair homes', 'leaks again', 'look at homes', 'judge home at the door'],
  verified: ['leaks again', 'leaks again', ...OF_HOMES],
  reopened: ['do again'],
  scoping: [...CONSENTS, 'draft alternative', 'list homes', 'plan batch', 'off the list', 'none of them'],
  comparing: [
    ...['say', 'say', 'say at the door', 'say at the door', 'knock', 'none of them', 'choose', 'close comparison'],
    ...['propose shelving', 'confirm shelving', 'support', 'withdraw', ...CONSENTS],
  ],
  repairing: [...OF_HOMES, 'leaks again', 'list homes', 'plan batch', 'complete homes'],
  consulting: [...CONSENTS, ...WORDED],
  redesign: [...CONSENTS, ...WORDED],
  agreed: CONSENTS,
  noticed: CONSENTS,
};
const states = [...new Set([...Object.keys(talks.meanwhile), ...Object.keys(added)])];
const meanwhile = Object.fromEntries(
  states.map((state) => [state, [...(talks.meanwhile[state] ?? []), ...(added[state] ?? [])]]),
);

function homesNext(f: Further, { b }: Step): Wish | null {
  const homes = f.repair?.homes.filter(({ state }) => state !== 'dropped') ?? [];
  const some = (...wanted: string[]) => homes.some(({ state }) => wanted.includes(state));
  if (f.state === 'scoping') {
    if (f.repair === null) return { name: 'open homes' };
    if (homes.length === 0) return { name: 'list homes' };
    if (f.repair.loose.length > 0) return { name: 'plan batch' };
    return { name: f.gate ? 'decide gate' : 'start homes' };
  }
  if (!['repairing', 'completed', 'verified'].includes(f.state)) return null;
  if (some('reported')) return { name: 'look at homes' };
  if (some('looked')) return { name: 'repair homes' };
  if (some('repaired')) return { name: b % 3 ? 'judge home' : 'judge home at the door' };
  if (f.state === 'repairing') return { name: 'complete homes' };
  return { name: some('refused') ? 'repair homes' : 'leaks again' };
}

function shortNext(f: Further, { c }: Step): Wish | null {
  switch (f.state) {
    case 'submitted':
      if (!f.limited) return { name: 'set limit' };
      return { name: f.short === null ? 'propose short' : 'confirm short' };
    case 'short':
      if (!f.short?.over) return c % 5 ? { name: 'finish short', days: 4 } : { name: 'object short' };
      return { name: 'finish short' };
    case 'completed':
      return { name: 'answer short' };
    case 'reopened':
      return { name: 'do again' };
    default:
      return null;
  }
}

async function comparedNext(w: Matter, f: Further, { b, c }: Step): Promise<Wish | null> {
  if (f.state === 'scoping') {
    if (f.version !== null || f.draft !== null) return null;
    return { name: (f.compared?.drafted ?? 0) < 2 || c % 9 === 0 ? 'draft alternative' : 'compare' };
  }
  if (f.state !== 'comparing') return null;
  if (f.compared?.closed) return { name: c % 7 ? 'choose' : 'none of them' };
  if (f.compared?.over) return { name: 'close comparison' };
  const silent = (await askedIn(w)).find(({ heard }) => !heard);
  if (!silent) return { name: 'close comparison', days: 11 };
  return { name: b % 3 ? 'say' : 'say at the door', a: w.homes.indexOf(silent.household) };
}

/** What people of good will would do next: the way theirs goes, else what they would do in any history. */
async function sensible(w: Matter, f: Further, step: Step): Promise<Wish> {
  if (f.state === 'agreed' || f.state === 'noticed') {
    if (f.waiting !== null) return { name: 'answer outside' };
    if (f.refused !== null) return { name: step.b % 2 ? 'ask outside' : 'drop outside' };
  }
  if (f.state === 'consulting' && !f.open && f.round !== null && step.a % 4 === 0)
    return { name: step.b % 2 ? 'approve wording' : 'mark conditions' };
  const next = {
    full: () => null,
    compared: () => comparedNext(w, f, step),
    homes: () => homesNext(f, step),
    short: () => shortNext(f, step),
  };
  return (await next[w.way]()) ?? talks.sensible(w, f, step);
}

const play: Play<Matter, Further> = {
  turns: [...turns.map((turn): MatterTurn => turn), ...own],
  meanwhile,
  look: async (w) => ({ ...(await look(w)), ...(await lookFurther(w)) }),
  sensible,
};

/** Tries one step on the way to the works, or to whatever else ends such a matter. */
export const attempt = (w: Matter, step: Step) => tryStep(w, step, play);
