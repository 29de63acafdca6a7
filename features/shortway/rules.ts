import { SHORT_ANSWERS, type ShortAnswer } from '@/db/words/shortway';
import type { Kind } from '@/features/proposals/rules';
import { type Day, daysAfter, periodEnd, shanghaiDate } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

export { SHORT_ANSWERS, type ShortAnswer };

/** Kinds that touch no right all owners share: a lamp, a bench, a drying rack. Of everything else the law asks more. */
export const SHORT_KINDS: readonly Kind[] = ['lighting_charging', 'other'];

/** Where its proposal may be while it goes the short way; whatever takes it elsewhere ends that. */
export const ON_THE_WAY = ['submitted', 'short', 'completed', 'verified', 'reopened'] as const;

/** So many whole days it hangs, after the day on which it was confirmed. */
export const SHORT_DAYS = 3;

/** The sheet hangs at the entrances beside it: where there are more, it is no small thing. */
export const MOST_PLACES = 12;

export const hangsUntil = (confirmedAt: Date): Date => periodEnd(confirmedAt, SHORT_DAYS);

/** So long after it was done it should have been asked about. */
export const ASK_WITHIN_DAYS = 14;
export const askBy = (doneAt: Date): Date => daysAfter(doneAt, ASK_WITHIN_DAYS);

/** It costs no more than the office has said small things may. `limit` null: it has not said. */
export function checkCost(cost: number, limit: number | null): Result<undefined, 'limit_unset' | 'too_dear'> {
  if (limit === null) return refuse('limit_unset');
  return cost <= limit ? ok() : refuse('too_dear', { most: limit, cost });
}

/** Done on a day that has come, and not while it still hung. */
export function checkDone(doneOn: Day, hangs: Date, now: Date): Result<undefined, 'invalid' | 'done_too_early'> {
  if (doneOn > shanghaiDate(now)) return refuse('invalid', undefined, { doneOn: 'not_future' });
  if (doneOn < shanghaiDate(hangs)) return refuse('done_too_early', undefined, { doneOn: 'done_too_early' });
  return ok();
}

/**
 * What an answer makes of it; null: nobody was reached, and they are rung again until the fortnight is over. Then that is no agreement, and no
 * fault either.
 */
export const stateAfter = (answer: ShortAnswer, doneAt: Date, now: Date): 'verified' | 'reopened' | null =>
  answer === 'not_good' ? 'reopened' : answer === 'not_reached' && now < askBy(doneAt) ? null : 'verified';
