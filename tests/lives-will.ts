import { dueDates } from '@/features/callbacks/rules';
import { FINAL_STATES, mayMove, type State } from '@/features/proposals/rules';
import type { Day } from '@/lib/calendar';
import { talks } from './good-will';
import { type Play, pick, type Step, type Tried, tryStep, type Wish } from './history';
import { type Lives, lookOn, type Site, type Spot, type Standing } from './lives';
import { lifeTurns } from './lives-turns';
import { objections } from './talks';

const WAVES = ['four_weeks', 'ninety_days', 'first_snow'] as const;
const daysUntil = (today: Day, day: Day) => Math.max(0, Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000));

/** What may well happen from the signature on without bringing it on; before it, as always. */
const meanwhile: Record<string, string[]> = {
  ...talks.meanwhile,
  building: [
    ...['plan milestone', 'photograph', 'report', 'check', 'name delegate', 'promise accepted', 'promise refused'],
    ...['works accepted', 'works refused', 'complete', 'break', 'reopen objection', 'answer', 'verdict', 'clock'],
    ...['judge place', 'judge place at the door', 'miss place', 'name place'],
  ],
  completed: [
    ...['reopen', 'draw four_weeks', 'draw first_snow', 'clock', 'complete', 'works refused'],
    ...['build place', 'judge place', 'settle place'],
  ],
  verifying: [
    ...[
      'reopen',
      'call',
      'call',
      'call as handler',
      'call as handler',
      'close wave',
      'draw ninety_days',
      'draw first_snow',
    ],
    ...['clock', 'calls'],
  ],
  verified: ['reopen', 'reopen', 'call', 'close wave', 'draw four_weeks'],
  reopened: ['resume redesign', 'answer', 'reopen objection', 'verdict', 'call', 'resume building'],
};

/** What is still to be done about the places a milestone counts; null: nothing, or it counts none. */
function atPlaces(at: number, { wanted, places }: Site['milestones'][number], step: Step): Wish | null {
  if (wanted === null) return null;
  if (places.length < wanted) return { name: 'name place' };
  const names = places.map((spot): string | null => {
    if (!spot.built) return spot.missing ? null : missing(spot, step);
    if (!spot.checked) return 'check place';
    if (spot.refused !== null) return 'settle place';
    return spot.unheard === null ? null : step.b % 2 ? 'judge place' : 'judge place at the door';
  });
  const name = names.find((one) => one !== null);
  return name ? { name, a: at } : null;
}
const missing = ({ pictures }: Spot, { c }: Step) =>
  c === 4 ? 'miss place' : pictures > 0 ? 'build place' : 'photograph place';

/** The site from the first picture to the last signature under it. */
function onSite(w: Lives, f: Standing, step: Step): Wish {
  const { site } = f;
  if (!site) return { name: 'start works' };
  if (site.completed) return { name: 'clock' };
  const at = site.milestones.findIndex((one) => one.checked === null);
  const milestone = site.milestones[at];
  if (site.milestones.length === 0) return { name: w.begun % 2 ? 'plan milestone' : 'plan places' };
  for (const [index, one] of site.milestones.entries()) {
    const wish = atPlaces(index, one, step);
    if (wish) return wish;
  }
  if (milestone?.reported) return { name: 'check', a: at };
  if (milestone) return { name: milestone.pictures > 0 ? 'report' : 'photograph', a: at };
  const builders = site.milestones.flatMap((one) => [one.reported, one.checked]);
  const unheard = site.groups.findIndex(
    (one) => one.household === null || builders.includes(w.resident(one.household)),
  );
  if (unheard >= 0) return { name: 'name delegate', a: unheard };
  const promise = site.promises.findIndex((one) => one.outcome === null);
  const doubted = step.a % 4 === 0 ? 'refused' : 'accepted';
  if (promise >= 0) return { name: `promise ${doubted}`, a: promise };
  const group = site.groups.findIndex((one) => one.outcome !== 'accepted');
  const first = site.groups[group]?.outcome === null;
  return group >= 0 ? { name: `works ${first ? doubted : 'accepted'}`, a: group } : { name: 'complete' };
}

/** The calls of each wave in turn, drawn by the clock or by the hotline. */
function onTheTelephone(w: Lives, f: Standing, step: Step): Wish {
  const own = f.waves.filter((one) => !one.late);
  const open = own.find((one) => !one.closed);
  if (open) {
    const waiting = f.calls.some((one) => one.wave === open.id && !one.noted);
    return waiting ? { name: 'calls' } : { name: 'close wave', a: f.waves.indexOf(open) };
  }
  const next = WAVES.find((wave) => !own.some((one) => one.wave === wave)) ?? 'first_snow';
  const completed = f.site?.completed ?? w.today();
  const days = daysUntil(w.today(), dueDates(completed, completed)[next] ?? completed);
  const byClock = next !== 'first_snow' && step.c % 2;
  return { name: byClock ? 'clock' : `draw ${next}`, ...(days && { days }) };
}

/** What people of good will would do next. */
async function sensible(w: Lives, f: Standing, step: Step): Promise<Wish> {
  switch (f.state) {
    case 'building':
      return onSite(w, f, step);
    case 'completed':
    case 'verifying':
      return onTheTelephone(w, f, step);
    case 'verified':
      return { name: 'reopen', ...(step.b % 4 && { days: (step.b % 4) * 200 }) };
    case 'reopened':
      return { name: step.c % 4 === 3 ? 'resume redesign' : 'resume building' };
    case 'consulting': {
      const asked = (await objections(w)).findIndex((one) => one.state === 'answered' || one.state === 'maintained');
      const counted = !f.open && f.held === f.version;
      return counted && asked >= 0 ? { name: 'verdict', a: asked } : talks.sensible(w, f, step);
    }
    default:
      return talks.sensible(w, f, step);
  }
}

export const lives: Play<Lives, Standing> = { turns: lifeTurns, meanwhile, look: lookOn, sensible };

/** Whoever does each next thing does it well; a refusal is tried again another way. */
const careful = (index: number, refused = 0): Step => ({
  move: 1,
  who: 9,
  a: index,
  b: pick([1, 7, 6], index),
  c: refused > 1 ? 2 : pick([0, 1, 4], index),
});

/** One act by whoever usually does it. */
export const act = (w: Lives, name: string, over: Partial<Step> = {}): Promise<Tried> =>
  tryStep(w, { ...careful(0), ...over }, { ...lives, sensible: async () => ({ name }) }, true);

type Goal = (f: Standing, w: Lives) => boolean;
type Note = (tried: Tried) => Promise<void>;

/** How people of good will see it through: built and verified; put aside where that can be; mended where people say it is not good. */
export type Course = 'verify' | 'shelve' | 'mend';

function courseOf(course: Course, f: Standing): Wish | null {
  if (course === 'shelve' && mayMove(f.state as State, 'shelved'))
    return { name: f.shelving ? 'confirm shelving' : 'propose shelving' };
  const open = f.waves.filter((one) => !one.closed && !one.late).map((one) => one.id);
  const waiting = f.calls.some((one) => !one.noted && open.includes(one.wave));
  return course === 'mend' && f.state === 'verifying' && waiting ? { name: 'complaints' } : null;
}

/** People of good will go on until it has come so far. */
export async function goOn(w: Lives, goal: Goal, note: Note, course: Course = 'verify'): Promise<void> {
  let refused = 0;
  for (let index = 0; index < 150; index += 1) {
    const f = await lookOn(w);
    if (goal(f, w)) return;
    const wish = courseOf(course, f);
    const way = { ...lives, look: async () => f, ...(wish && { sensible: async () => wish }) };
    const tried = await tryStep(w, careful(index, refused), way, true);
    refused = tried.outcome.ok ? 0 : refused + 1;
    await note(tried);
  }
  throw new Error(`no way on from ${(await lookOn(w)).state}`);
}

/** Nobody is expected to do anything any more; or what was not good has somebody who sees to it, and a day. */
export const settled =
  (course: Course): Goal =>
  (f) =>
    FINAL_STATES.includes(f.state as State) || (course === 'mend' && f.resumed);

/** The site is ready to be called complete. */
export const ready: Goal = (f, w) => f.state === 'building' && onSite(w, f, careful(0)).name === 'complete';

export const closed =
  (count: number): Goal =>
  (f) =>
    f.state === 'verifying' && f.waves.filter((one) => one.closed && !one.late).length >= count;
