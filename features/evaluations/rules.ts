import type { Satisfaction } from '@/db/words/callbacks';
import type { CallOutcome, Resolved, Scope } from '@/db/words/evaluations';
import type { CaseStep } from '@/db/words/orders';
import { shanghaiDate } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

export {
  CALL_OUTCOMES,
  type CallOutcome,
  RESOLUTIONS,
  type Resolved,
  SCOPES,
  type Scope,
} from '@/db/words/evaluations';

/** After so many calls nobody answered, on at least so many days, nobody is called any more. */
export const IN_VAIN = { calls: 3, days: 2 } as const;

export interface Tried {
  outcome: CallOutcome;
  at: Date;
}

/** How many more calls nobody answers it takes, and whether one of them has to be on another day. */
export function leftToTry(tried: readonly Tried[]): { calls: number; otherDay: boolean } {
  const days = new Set(tried.map((one) => shanghaiDate(one.at)));
  const otherDay = days.size > 0 && days.size < IN_VAIN.days;
  return { calls: Math.max(IN_VAIN.calls - tried.length, otherDay ? 1 : 0), otherDay };
}

/** A call after which nobody is called any more: it was answered, or refused, or was the last of those in vain. */
export const concludes = (before: readonly Tried[], call: Tried): boolean =>
  call.outcome !== 'not_reached' || leftToTry([...before, call]).calls === 0;

/** One more in vain on this day would count for nothing: only another day is missing. */
export const isEnoughToday = (before: readonly Tried[], now: Date): boolean =>
  before.length >= IN_VAIN.calls &&
  leftToTry(before).otherDay &&
  before.some(({ at }) => shanghaiDate(at) === shanghaiDate(now));

/** Nobody is rung, reached or not, whose number nobody looked at: by the caller, on the day of the call. */
export const checkLooked = (
  call: { at: Date },
  { number, looks }: { number: boolean; looks: readonly Date[] },
): Result<undefined, 'not_looked'> =>
  number && !looks.some((at) => shanghaiDate(at) === shanghaiDate(call.at)) ? refuse('not_looked') : ok();

export interface Answers {
  outcome: CallOutcome;
  contacted: boolean | null;
  resolved: Resolved | null;
  satisfaction: Satisfaction | null;
}

const ANSWERS = ['contacted', 'resolved', 'satisfaction'] as const;

/**
 * Whoever answers says whether it is resolved, except where only the response is asked about. Of whom nobody spoke to nothing
 * is written down that they would have said.
 */
export function checkAnswers(said: Answers, scope: Scope): Result<undefined, 'not_asked' | 'nobody_answered'> {
  const { outcome, resolved } = said;
  const given = ANSWERS.filter((one) => said[one] !== null);
  if (outcome !== 'answered' && given.length > 0)
    return refuse('nobody_answered', undefined, Object.fromEntries(given.map((one) => [one, 'nobody_answered'])));
  if (outcome !== 'answered' || scope === 'response_only' || resolved !== null) return ok();
  return refuse('not_asked', undefined, { resolved: 'choose_one' });
}

/**
 * Steps by which somebody has a part in a case. Whoever says that it is done does not ask whether it is; whoever only gave it
 * out said nothing of how it went, and may.
 */
export const HANDLES: readonly CaseStep[] = [
  'sign',
  'contact',
  'handle',
  'extend',
  'whistle',
  'arrive',
  'escalate',
  'reply',
  'close',
];

/** 经手的人: who has it, and who did anything of it. */
export const partsOf = (
  handlerId: number | null,
  events: readonly { step: CaseStep; personId: number | null }[],
): number[] => {
  const did = events.filter(({ step }) => HANDLES.includes(step)).map(({ personId }) => personId);
  return [...new Set([handlerId, ...did])].filter((one) => one !== null);
};

/** Why somebody does not call about it; null when they may. */
export function callerBlock(
  caller: number,
  { parts, own }: { parts: readonly number[]; own: readonly number[] },
): 'had_a_part' | 'own_case' | null {
  if (parts.includes(caller)) return 'had_a_part';
  return own.includes(caller) ? 'own_case' : null;
}

/** What of a case its callback asks about besides. */
export interface CallbackFacts {
  /** Who had a part in it, and whose own it is. */
  parts: readonly number[];
  own: readonly number[];
  /** Who asked that it count otherwise, while nobody has decided. */
  asked: { by: number } | null;
}

/** How a case counts: as was agreed last, and in all three rates where nothing was. */
export const scopeOf = (requests: readonly { scope: Scope; agreed: boolean | null }[]): Scope =>
  requests.filter(({ agreed }) => agreed).at(-1)?.scope ?? 'three_rates';
