import { CASE_STATES, type CaseState, type CaseStep, type Measure } from '@/db/words/orders';
import { dispatchBy } from '@/features/cases/rules';
import { hoursAfter } from '@/lib/calendar';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { deadlineAfter, type Within } from '@/lib/working-days';
import { type Late, lateness } from './rules/late';

export {
  CASE_STATES,
  type CaseState,
  type CaseStep,
  LISTS,
  type ListName,
  MEASURES,
  type Measure,
} from '@/db/words/orders';

/** 时限 as data: so many hours, days, or working days. */
export interface Tier {
  id: number;
  amount: number;
  measure: Measure;
}

/** What was done with a case, as far as its state and its time follow from it. */
export interface Event {
  step: CaseStep;
  at: Date;
  personId: number | null;
  agencyId: number | null;
  handlerId: number | null;
  tierId: number | null;
  fromAt: Date | null;
  untilAt: Date | null;
  intoId: number | null;
  reached: boolean | null;
}

/** How a case stands. `due`: in time up to and including this moment; null where nobody waits for an answer. */
export interface Standing {
  state: CaseState;
  /** 主办 and 协办. */
  agencyId: number | null;
  assists: readonly number[];
  handlerId: number | null;
  tierId: number | null;
  due: Date | null;
  /** By when the hotline wants it answered, where its sheet says so: no time limit here goes beyond. */
  limit: Date | null;
  /** A year whose holidays nobody has told us, where working days were counted in it. */
  unknownYear: number | null;
  extended: boolean;
  /** Since when the clock stands still. */
  pausedAt: Date | null;
  repliedAt: Date | null;
  /** Whether the answer was in time; null where none was due. */
  inTime: boolean | null;
  /** Who sent it back, and who whistled for whom. */
  objectedBy: number | null;
  called: number | null;
  intoId: number | null;
  /** How it stood when it was put with another. */
  before: Standing | null;
  reworks: number;
  /** What came after its time, since it came: a later time does not take that away. */
  lates: readonly Late[];
}

/** States in which somebody has it in hand and an answer is still owed. */
const HANDLING = ['handling', 'extended', 'supervised', 'rework'] as const satisfies readonly CaseState[];
const IN_HAND = ['dispatched', 'signed', 'contacted', ...HANDLING, 'whistled', 'escalated'] as const;

/** In which an answer is owed: its time runs, or stands still. */
export const OPEN: readonly CaseState[] = ['received', 'returned', ...IN_HAND];

/** Somebody else has the next word: whoever was whistled for, whoever it was handed up to, whoever decides an objection. */
export const WAITING: readonly CaseState[] = ['returned', 'whistled', 'escalated'];

/** 从哪一步可以走哪一步. */
const FROM: Record<CaseStep, readonly CaseState[]> = {
  dispatch: ['received', 'returned'],
  hand_on: ['received', 'returned'],
  assign: IN_HAND,
  sign: ['dispatched'],
  object: ['dispatched'],
  dismiss: ['returned'],
  contact: ['signed', 'contacted', ...HANDLING, 'whistled', 'escalated'],
  handle: ['signed', 'contacted'],
  extend: ['handling', 'supervised'],
  whistle: HANDLING,
  arrive: ['whistled'],
  escalate: HANDLING,
  settle: ['escalated'],
  supervise: ['handling', 'extended', 'rework'],
  assist: IN_HAND,
  reply: HANDLING,
  close: ['replied'],
  evaluate: ['awaiting_callback'],
  rework: ['replied', 'awaiting_callback', 'evaluated', 'merged'],
  archive: ['evaluated'],
  merge: OPEN,
  split: ['merged'],
  nudge: OPEN,
  limit: ['received'],
  concluded: ['received'],
  resumed: ['archived'],
  supplement: CASE_STATES,
};

/** Where a step leads; what is absent stays where it is. */
const TO: Partial<Record<CaseStep, CaseState>> = {
  dispatch: 'dispatched',
  hand_on: 'dispatched',
  sign: 'signed',
  object: 'returned',
  dismiss: 'dispatched',
  handle: 'handling',
  extend: 'extended',
  whistle: 'whistled',
  arrive: 'handling',
  escalate: 'escalated',
  settle: 'handling',
  supervise: 'supervised',
  reply: 'replied',
  close: 'awaiting_callback',
  evaluate: 'evaluated',
  rework: 'rework',
  archive: 'archived',
  merge: 'merged',
  concluded: 'archived',
  resumed: 'received',
};

export const mayFollow = (state: CaseState, step: CaseStep): boolean => FROM[step].includes(state);

/** Whether a case can take this step where it stands. */
export function checkStep(standing: Pick<Standing, 'state' | 'extended'>, step: CaseStep): Refusal<StepCode> | null {
  if (!mayFollow(standing.state, step)) return { code: 'case_elsewhere', details: { state: standing.state } };
  return step === 'extend' && standing.extended ? { code: 'extended_once' } : null;
}
export type StepCode = 'case_elsewhere' | 'extended_once';

const NEXT: Partial<Record<CaseState, CaseStep>> = {
  received: 'dispatch',
  dispatched: 'sign',
  returned: 'dispatch',
  signed: 'contact',
  contacted: 'handle',
  handling: 'reply',
  extended: 'reply',
  supervised: 'reply',
  rework: 'reply',
  whistled: 'arrive',
  escalated: 'settle',
  replied: 'close',
  awaiting_callback: 'evaluate',
  evaluated: 'archive',
};

/** What usually comes next; undefined where nothing does at the desk. Who cannot ring begins once it is signed for. */
export const usualNext = (state: CaseState, rings = true): CaseStep | undefined =>
  state === 'signed' && !rings ? 'handle' : NEXT[state];

export const withinOf = ({ amount, measure }: Pick<Tier, 'amount' | 'measure'>): Within =>
  measure === 'hours' ? { hours: amount } : measure === 'days' ? { days: amount } : { workingDays: amount };

export const received = (receivedAt: Date): Standing => ({
  state: 'received',
  agencyId: null,
  assists: [],
  handlerId: null,
  tierId: null,
  due: dispatchBy(receivedAt),
  limit: null,
  unknownYear: null,
  extended: false,
  pausedAt: null,
  repliedAt: null,
  inTime: null,
  objectedBy: null,
  called: null,
  intoId: null,
  before: null,
  reworks: 0,
  lates: [],
});

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other < one) ? other : one;

/** The clock starts: with this time limit, from this moment, and not beyond `limit`. Without one nothing is due. */
function timed(
  tiers: readonly Tier[],
  tierId: number | null,
  from: Date,
  limit: Date | null = null,
): Pick<Standing, 'tierId' | 'due' | 'unknownYear'> {
  const tier = tiers.find((one) => one.id === tierId);
  if (!tier) return { tierId, due: limit, unknownYear: null };
  const { at, unknownYear } = deadlineAfter(from, withinOf(tier));
  return { tierId, due: earlier(at, limit), unknownYear };
}

/** How it stands after one more event. Throws where the event cannot follow: nobody may have written it. */
export function after(standing: Standing, event: Event, tiers: readonly Tier[]): Standing {
  const { step, at, agencyId } = event;
  if (!mayFollow(standing.state, step)) throw new RangeError(`${step} after ${standing.state}`);
  const late = lateness(standing, event);
  const lates = late ? [...standing.lates, late] : standing.lates;
  const next = { ...standing, state: TO[step] ?? standing.state, lates };
  switch (step) {
    case 'dispatch':
    case 'hand_on': {
      const assists = standing.assists.filter((one) => one !== agencyId);
      const clock = timed(tiers, event.tierId, event.fromAt ?? at, standing.limit);
      return { ...next, agencyId, handlerId: event.handlerId, assists, ...clock, objectedBy: null };
    }
    case 'assign':
    case 'sign':
      return { ...next, handlerId: event.handlerId ?? standing.handlerId };
    case 'object':
      return { ...next, objectedBy: event.personId };
    case 'dismiss':
      return { ...next, objectedBy: null };
    case 'contact':
      return { ...next, state: standing.state === 'signed' && event.reached ? 'contacted' : standing.state };
    case 'extend':
      return { ...next, extended: true, due: event.untilAt };
    case 'whistle':
      return { ...next, called: agencyId };
    case 'arrive':
      return { ...next, called: null };
    case 'escalate':
      return { ...next, pausedAt: at };
    case 'settle': {
      const stood = at.getTime() - (standing.pausedAt ?? at).getTime();
      return { ...next, pausedAt: null, due: standing.due && new Date(standing.due.getTime() + stood) };
    }
    case 'assist':
      return agencyId === null || agencyId === standing.agencyId || standing.assists.includes(agencyId)
        ? next
        : { ...next, assists: [...standing.assists, agencyId] };
    case 'reply':
      return { ...next, due: null, repliedAt: at, inTime: standing.due && at <= standing.due };
    // The hotline's sheet says by when it wants an answer; whose it is has to be seen before that too.
    case 'limit':
      return { ...next, limit: event.untilAt, due: earlier(standing.due, event.untilAt) };
    // The hotline's sheet says that it is over: nobody here has it in hand any more.
    case 'concluded':
      return { ...next, due: null, repliedAt: event.fromAt ?? at };
    // A later sheet says that it is not over: whoever receives it sees anew whose it is.
    case 'resumed':
      return { ...received(at), reworks: standing.reworks, lates };
    // What went on with another goes on by itself again, with whoever had it; where nobody had, it is to be given out.
    case 'rework': {
      const own = standing.before ?? standing;
      const reworks = own.reworks + 1;
      if (own.agencyId === null) return { ...received(at), reworks, lates: own.lates };
      const anew = { repliedAt: null, inTime: null, extended: false, called: null, pausedAt: null, objectedBy: null };
      return { ...own, state: 'rework', ...timed(tiers, own.tierId, at), ...anew, intoId: null, before: null, reworks };
    }
    case 'merge':
      return { ...next, due: null, intoId: event.intoId, before: standing };
    case 'split':
      return standing.before ?? next;
    default:
      return next;
  }
}

export const standingOf = (receivedAt: Date, events: readonly Event[], tiers: readonly Tier[]): Standing =>
  events.reduce((standing, event) => after(standing, event, tiers), received(receivedAt));

/** As far as it can be put off: by the time it had. */
export function furthestOf({ due, tierId }: Pick<Standing, 'due' | 'tierId'>, tiers: readonly Tier[]): Date | null {
  const tier = tiers.find((one) => one.id === tierId);
  return due && (tier ? deadlineAfter(due, withinOf(tier)).at : due);
}

/** 延期: once, while it is still in time, to a later moment, and by no more than the time it had. */
export function checkExtension(
  standing: Pick<Standing, 'due' | 'tierId'>,
  until: Date,
  { now, tiers }: { now: Date; tiers: readonly Tier[] },
): Result<undefined, 'too_late_to_extend' | 'not_later' | 'extended_too_far'> {
  const { due } = standing;
  if (due === null || now > due) return refuse('too_late_to_extend');
  if (until <= due) return refuse('not_later', undefined, { until: 'not_later' });
  return until > (furthestOf(standing, tiers) ?? due)
    ? refuse('extended_too_far', undefined, { until: 'extended_too_far' })
    : ok();
}

/** Whoever reported it asks how it is going: once a day. */
const NUDGE_HOURS = 24;

export function checkNudge(last: Date | null, now: Date): Result<undefined, 'nudged_today'> {
  return last !== null && now < hoursAfter(last, NUDGE_HOURS) ? refuse('nudged_today') : ok();
}
