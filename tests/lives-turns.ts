import { closeWave, drawWave, noteCallback } from '@/features/callbacks/commands';
import { handlers as drawing } from '@/features/callbacks/jobs';
import { addPicture } from '@/features/pictures/commands';
import { buildPlace, missPlace, namePlace } from '@/features/places/commands/build';
import { settlePlace } from '@/features/places/commands/judge';
import { reopenProposal, resumeProposal } from '@/features/proposals/commands/reopen';
import { nameDelegate } from '@/features/works/commands/accept';
import { breakWorks, completeWorks } from '@/features/works/commands/complete';
import { planMilestone, reportMilestone } from '@/features/works/commands/report';
import { handlers as resuming } from '@/features/works/jobs';
import { addDays } from '@/lib/calendar';
import type { Call } from '@/lib/gate';
import { ok, type Result, refuse } from '@/lib/result';
import { sql } from './fixture';
import { pick, type Step, type Turn } from './history';
import type { Lives, Spot, Standing } from './lives';
import { checkMilestone, checkPlace, decideCommitment, giveAcceptance, judgePlace, recordPlace } from './shown';
import { turns } from './talks';

type LifeTurn = Turn<Lives, Standing>;

const proposal = 1;
const pixel = { data: Buffer.from('picture').toString('base64'), width: 4, height: 3 };
const picture = { small: pixel, large: pixel };
const handlers = { ...resuming, ...drawing };

const property = (w: Lives, { b }: Step) => (b % 4 ? w.property : w.twoHats);
const checker = (w: Lives, { b }: Step) => (b % 4 ? w.worker : w.twoHats);
const hotline = (w: Lives) => w.hotline;
const lead = (w: Lives) => w.lead;
const anybody = (w: Lives, { a }: Step) => pick(w.residents, a);

/** The latest works, and now and then the first. */
const site = (f: Standing, { b }: Step) => (b % 5 ? (f.site?.no ?? 1) : 1);
const milestoneOf = (f: Standing, { a }: Step) => ({ works: f.site?.no ?? 1, milestone: 1 + (a % 3) });
/** A place of a milestone that counts them: one of which this is to be said, else any. */
function placeOf(f: Standing, { a }: Step, fits: (spot: Spot) => boolean) {
  const counted = f.site?.milestones.findIndex(({ wanted }) => wanted !== null) ?? -1;
  const all = f.site?.milestones[counted]?.places ?? [];
  const some = all.filter(fits);
  const spot = some.length > 0 ? pick(some, a) : all[0];
  return { spot, at: { works: f.site?.no ?? 1, milestone: counted + 1, place: spot ? all.indexOf(spot) + 1 : 1 } };
}
const unheard = (f: Standing, step: Step) => placeOf(f, step, (spot) => spot.checked && spot.unheard !== null);
const homeBeside = (w: Lives, f: Standing, step: Step) => unheard(f, step).spot?.unheard ?? pick(w.homes, step.b);
const judgedPlace = ({ c }: Step) => (c % 4 ? { outcome: 'accepted' } : { outcome: 'refused', reason: '挡窗' });

const promise = (f: Standing, { a }: Step) =>
  pick([...(f.site?.promises ?? []), { id: 1, group: 1, outcome: null }], a);
const groupOf = (f: Standing, { a }: Step) => pick([...(f.site?.groups ?? []), { position: 1 }], a);
/** Somebody of the household that was named for a group. */
const delegate = (w: Lives, f: Standing, position: number) =>
  w.resident(f.site?.groups.find((one) => one.position === position)?.household ?? 0);

const outcomes = {
  accepted: () => ({ outcome: 'accepted' }),
  refused: (w: Lives, { b }: Step) => ({
    outcome: 'refused',
    note: '还没好',
    ...(b % 10 && { repairOn: addDays(w.today(), (b % 9) - 1) }),
  }),
};

const SAID = ['satisfied', 'satisfied', 'fairly_satisfied', 'satisfied', 'dissatisfied', null, 'satisfied'] as const;
const said = (number: number) => {
  const satisfaction = pick(SAID, number);
  return satisfaction ? { reached: 'yes', resolved: number % 2 ? 'yes' : 'no', satisfaction } : { reached: 'no' };
};

/** One call, or the next few of a wave: each is a write of its own. */
async function call(w: Lives, by: Call, step: Step, f: Standing, many: boolean): Promise<Result<unknown>> {
  const running = f.waves.filter((one) => !one.closed && !one.late).map((one) => one.id);
  const open = f.calls.filter((one) => !one.noted && running.includes(one.wave));
  const any = step.a % 4 === 3 || open.length === 0 ? f.calls : open;
  const chosen = many ? open.slice(0, 8) : [pick<{ id: number }>(any.length > 0 ? any : [{ id: 1 }], step.a)];
  let last: Result<unknown> = refuse('nothing_to_call');
  for (const [index, one] of chosen.entries()) {
    last = await noteCallback(by, { callback: one.id, ...said(many ? step.b + (step.c % 3) * index : step.b) });
    if (!last.ok) return last;
    w.also += index > 0 ? 1 : 0;
  }
  return last;
}

/** The first job that is due is run, as the worker would; whatever it does, it must not fail for ever. */
async function clock(w: Lives, f: Standing): Promise<Result<unknown>> {
  const [job] = f.jobs;
  if (!job) return refuse('nothing_due');
  await handlers[job.task]?.(job.payload);
  await sql('delete from graphile_worker._private_jobs where id = $1', [job.id]);
  const [head] = await sql<{ size: number }>('select size::int from ledger_head where community_id = $1', [
    w.communityId,
  ]);
  return head?.size === f.leaves ? refuse('nothing_to_do') : ok(job.task);
}

const draw = (wave: 'four_weeks' | 'ninety_days' | 'first_snow'): LifeTurn => [
  `draw ${wave}`,
  hotline,
  (w, by, { b }) =>
    drawWave(by, { proposal, wave, ...(wave === 'first_snow' && b % 7 && { snowOn: addDays(w.today(), -1) }) }),
];

const judge = (kind: 'accepted' | 'refused'): LifeTurn => [
  `promise ${kind}`,
  (w, step, f) => delegate(w, f, promise(f, step).group),
  (w, by, step, f) =>
    decideCommitment(by, { works: site(f, step), commitment: promise(f, step).id, ...outcomes[kind](w, step) }),
];

const give = (kind: 'accepted' | 'refused'): LifeTurn => [
  `works ${kind}`,
  (w, step, f) => delegate(w, f, groupOf(f, step).position),
  (w, by, step, f) => giveAcceptance(by, { works: site(f, step), ...outcomes[kind](w, step) }),
];

const resume = (to: 'building' | 'redesign'): LifeTurn => [
  `resume ${to}`,
  lead,
  (w, by, { b }) =>
    resumeProposal(by, {
      proposal,
      to,
      reason: '护栏松了',
      responsible: '物业',
      dueOn: addDays(w.today(), (b % 9) - 1),
    }),
];

const reopen: LifeTurn = [
  'reopen',
  anybody,
  (_, by) => reopenProposal(by, { proposal, reason: '扶手又松了', photo: picture }),
];

/** What anybody can do from the signature on. */
const own: LifeTurn[] = [
  [
    'plan milestone',
    property,
    (w, by, step, f) =>
      planMilestone(by, {
        works: site(f, step),
        name: '台阶',
        plannedOn: addDays(w.today(), 9),
        ...(step.c % 2 && { unit: '级', target: '23' }),
      }),
  ],
  [
    'photograph',
    property,
    (_, by, { a }, f) =>
      addPicture(by, {
        subject: 'milestone',
        subjectId: pick([...(f.site?.milestones ?? []), { id: 1 }], a).id,
        ...picture,
      }),
  ],
  [
    'report',
    property,
    (w, by, step, f) =>
      reportMilestone(by, {
        ...milestoneOf(f, step),
        actualOn: addDays(w.today(), (step.b % 7) - 5),
        actual: '23',
        note: step.c === 3 ? '' : '有的缺着',
      }),
  ],
  [
    'plan places',
    property,
    (w, by, step, f) =>
      planMilestone(by, {
        works: site(f, step),
        name: '车棚',
        plannedOn: addDays(w.today(), 9),
        places: 'yes',
        target: String(1 + (step.c % 3)),
      }),
  ],
  [
    'name place',
    property,
    (w, by, step, f) =>
      namePlace(by, {
        ...placeOf(f, step, () => true).at,
        name: '一个棚',
        spot: `${step.a} 2.5`,
        beside: step.b % 3 ? [w.entrance(step.b % 2 ? '15' : '14', 1)] : [w.entrance('14', 1), w.entrance('15', 1)],
      }),
  ],
  [
    'photograph place',
    property,
    (_, by, step, f) => {
      const { spot } = placeOf(f, step, ({ pictures }) => pictures === 0);
      return addPicture(by, { subject: 'place', subjectId: spot?.id ?? 1, ...picture });
    },
  ],
  [
    'build place',
    property,
    (w, by, step, f) => buildPlace(by, { ...placeOf(f, step, ({ built }) => !built).at, builtOn: w.today() }),
  ],
  [
    'miss place',
    property,
    (w, by, step, f) =>
      missPlace(by, {
        ...placeOf(f, step, ({ built }) => !built).at,
        why: '燃气管没迁',
        until: addDays(w.today(), 30),
      }),
  ],
  [
    'check place',
    checker,
    (_, by, step, f) => checkPlace(by, placeOf(f, step, ({ built, checked }) => built && !checked).at),
  ],
  [
    'judge place',
    (w, step, f) => w.resident(homeBeside(w, f, step)),
    (w, by, step, f) =>
      judgePlace(by, { ...unheard(f, step).at, household: homeBeside(w, f, step), ...judgedPlace(step) }),
  ],
  [
    'judge place at the door',
    (w, step, f) => (w.households('14').includes(homeBeside(w, f, step)) ? w.above : w.below),
    (w, by, step, f) =>
      recordPlace(by, {
        ...unheard(f, step).at,
        household: homeBeside(w, f, step),
        ...judgedPlace(step),
        proof: 'read_back',
        witnessName: '对门王阿姨',
      }),
  ],
  [
    'settle place',
    property,
    (w, by, step, f) => {
      const { spot, at } = placeOf(f, step, ({ refused }) => refused !== null);
      return settlePlace(by, { ...at, word: spot?.refused ?? 1, answer: '往北挪', mendOn: addDays(w.today(), 5) });
    },
  ],
  ['check', checker, (_, by, step, f) => checkMilestone(by, milestoneOf(f, step))],
  [
    'name delegate',
    (w) => w.worker,
    (w, by, step, f) => {
      const { position } = groupOf(f, step);
      const wrong = step.b % 8 === 0;
      const homes = w.homes.slice(...(((position === 1) !== wrong ? [0, 6] : [6]) as [number, number?]));
      return nameDelegate(by, { works: site(f, step), group: position, household: pick(homes, step.b) });
    },
  ],
  judge('accepted'),
  judge('refused'),
  give('accepted'),
  give('refused'),
  ['complete', (w) => w.worker, (_, by, step, f) => completeWorks(by, { works: site(f, step) })],
  ['break', (w) => w.worker, (_, by, step, f) => breakWorks(by, { works: site(f, step), reason: '挖到管线' })],
  draw('four_weeks'),
  draw('ninety_days'),
  draw('first_snow'),
  ['call', hotline, (w, by, step, f) => call(w, by, step, f, false)],
  [
    'call as handler',
    (w, { b }) => pick([w.author, w.worker, w.twoHats], b),
    (w, by, step, f) => call(w, by, step, f, false),
  ],
  ['call as anybody', (w) => w.above, (w, by, step, f) => call(w, by, step, f, false)],
  ['calls', hotline, (w, by, step, f) => call(w, by, step, f, true)],
  ['complaints', hotline, (w, by, step, f) => call(w, by, { ...step, b: 4, c: 0 }, f, true)],
  [
    'close wave',
    hotline,
    (_, by, { a }, f) => closeWave(by, { proposal, wave: pick([...f.waves, { wave: 'four_weeks' }], a).wave }),
  ],
  reopen,
  resume('building'),
  resume('redesign'),
  ['clock', hotline, (w, _by, _step, f) => clock(w, f)],
];

export const lifeTurns: LifeTurn[] = [...turns.map((turn): LifeTurn => turn), ...own, ...own];
