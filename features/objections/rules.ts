import { hoursAfter } from '@/lib/calendar';

export const GROUNDS = ['noise', 'privacy', 'safety', 'trees', 'cost', 'access', 'parking', 'other'] as const;
export type Ground = (typeof GROUNDS)[number];

/** How heavy it weighs for whoever raised it. From `harm` on, an answered and maintained one may go to mediation. */
export const WEIGHTS = ['inconvenience', 'harm', 'red_line'] as const;
export type Weight = (typeof WEIGHTS)[number];

export const ANSWERS = ['adopted', 'adopted_another_way', 'partly', 'not_possible'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** The first three name a clause of a plan version, the last gives the reason. */
export type Answer = { kind: AnswerKind; version: number; clause: string | null; reason: string | null };

export type Verdict = 'settled' | 'maintained' | 'withdrawn';

export type ObjectionState =
  | 'raised'
  | 'acknowledged'
  | 'answered'
  | 'settled'
  | 'maintained'
  | 'withdrawn'
  | 'lapsed'
  | 'reopened';

/** What happened to an objection, oldest first. `reopened`: its clause was changed again, or was not built. */
export type ObjectionEvent =
  | { type: 'acknowledged' }
  | { type: 'answered'; answer: Answer }
  | { type: 'verdict'; household: string; verdict: Verdict }
  | { type: 'tried_to_reach'; household: string }
  | { type: 'reopened' };

/** An objection with the households whose opinions it was drawn from. */
export type Objection = { id: string; group: string; raisers: readonly string[]; events: readonly ObjectionEvent[] };

/** What follows from the events: the state, the answer in force, and each raiser's word on it. */
export type ObjectionView = {
  state: ObjectionState;
  answer: Answer | null;
  verdicts: ReadonlyMap<string, Verdict>;
};

/** Tries without success after which an objection that was adopted exactly as asked lapses. */
export const TRIES_BEFORE_LAPSE = 2;

/**
 * Derives where an objection stands. A new answer asks all who have not withdrawn again. One raiser who maintains it
 * keeps it maintained; it is settled when all have settled or withdrawn. It lapses only when it was adopted exactly as
 * asked and everyone still silent was tried twice; that is never agreement. Words of others than the raisers are void.
 */
export function viewObjection(objection: Objection): ObjectionView {
  let answer: Answer | null = null;
  let verdicts = new Map<string, Verdict>();
  let tries = new Map<string, number>();
  let waiting: 'raised' | 'acknowledged' | 'reopened' = 'raised';
  const askAgain = () => {
    verdicts = new Map([...verdicts].filter(([, verdict]) => verdict === 'withdrawn'));
    tries = new Map();
  };

  for (const event of objection.events) {
    if (event.type === 'acknowledged' && waiting === 'raised') waiting = 'acknowledged';
    if (event.type === 'answered' || (event.type === 'reopened' && answer)) {
      answer = event.type === 'answered' ? event.answer : null;
      if (event.type === 'reopened') waiting = 'reopened';
      askAgain();
    }
    if (event.type === 'verdict' && mayJudge(objection, event.household) && (answer || event.verdict === 'withdrawn'))
      verdicts.set(event.household, event.verdict);
    if (event.type === 'tried_to_reach' && answer) tries.set(event.household, (tries.get(event.household) ?? 0) + 1);
  }

  const { raisers } = objection;
  const silent = raisers.filter((household) => !verdicts.has(household));
  const given = [...verdicts.values()];
  const state = (): ObjectionState => {
    if (raisers.length > 0 && silent.length === 0 && given.every((verdict) => verdict === 'withdrawn'))
      return 'withdrawn';
    if (!answer) return waiting;
    if (given.includes('maintained')) return 'maintained';
    if (raisers.length > 0 && silent.length === 0) return 'settled';
    const unreachable = silent.every((household) => (tries.get(household) ?? 0) >= TRIES_BEFORE_LAPSE);
    return answer.kind === 'adopted' && silent.length > 0 && unreachable ? 'lapsed' : 'answered';
  };
  return { state: state(), answer, verdicts };
}

/** Only those who raised an objection can settle, maintain or withdraw it. */
export function mayJudge(objection: Pick<Objection, 'raisers'>, household: string): boolean {
  return objection.raisers.includes(household);
}

/** An answer that promises something names the clause where it stands; one that cannot gives the reason. */
export function answerComplete(answer: Answer): boolean {
  return Boolean((answer.kind === 'not_possible' ? answer.reason : answer.clause)?.trim());
}

/** Raised, acknowledged or reopened: nobody has answered it yet. */
export function isUnanswered(state: ObjectionState): boolean {
  return state === 'raised' || state === 'acknowledged' || state === 'reopened';
}

/** Not yet at rest: unanswered, waiting for its raisers, or maintained by them. */
export function isOpenObjection(state: ObjectionState): boolean {
  return isUnanswered(state) || state === 'answered' || state === 'maintained';
}

export function openObjections<T extends Objection>(objections: readonly T[]): T[] {
  return objections.filter((objection) => isOpenObjection(viewObjection(objection).state));
}

/**
 * Whether a household's condition is met in the plan being frozen: it settled or withdrew the objection itself, or the
 * answer adopts it in this plan and the household has not maintained it. Adopting it another way is for the household
 * to say, not for us.
 */
export function conditionMet(objection: Objection, household: string, frozenVersion: number): boolean {
  const { answer, verdicts } = viewObjection(objection);
  const verdict = verdicts.get(household);
  if (verdict) return verdict !== 'maintained';
  return answer?.kind === 'adopted' && answer.version <= frozenVersion;
}

/** An objection waits at most 48 hours to be acknowledged. */
export function acknowledgeBy(raisedAt: Date): Date {
  return hoursAfter(raisedAt, 48);
}

/** Any raiser may ask for a mediator when it hurts, was answered, and is maintained. */
export function mayMediate(weight: Weight, state: ObjectionState): boolean {
  return weight !== 'inconvenience' && state === 'maintained';
}
