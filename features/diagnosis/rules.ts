import { CAUSES, type Cause, type CrackState } from '@/db/words/diagnosis';
import { addDays, type Day, daysIn, shanghaiDate } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

export { CAUSES, type Cause, CRACK_OWNERS, CRACK_STATES, type CrackState, LEVELS } from '@/db/words/diagnosis';

/** More at once is cracking nothing. */
export const MOST_CRACKS = 12;
const LONGEST_DAYS = 730;
/** Whoever is asked answers within so many days. */
const ANSWER_DAYS = 30;

/** At least one cause is found. */
export const checkCauses = (said: Record<Cause, string>): Result<undefined, 'no_cause'> =>
  CAUSES.some((cause) => said[cause] !== '') ? ok() : refuse('no_cause', undefined, { legacy: 'no_cause' });

/** By a day after today, and within two years. */
export function checkDue(dueOn: Day, now: Date): Result<undefined, 'due_day'> {
  const today = shanghaiDate(now);
  return dueOn > today && dueOn <= addDays(today, LONGEST_DAYS)
    ? ok()
    : refuse('due_day', undefined, { dueOn: 'due_day' });
}

/** An answer is due after today and within thirty days. */
export function checkAnswerDay(dueOn: Day, now: Date): Result<undefined, 'answer_day'> {
  const today = shanghaiDate(now);
  return dueOn > today && dueOn <= addDays(today, ANSWER_DAYS)
    ? ok()
    : refuse('answer_day', undefined, { dueOn: 'answer_day' });
}

/** Of what is stuck it is said who could loosen it; of the rest there is nobody to name. */
export const checkReport = (said: { state: CrackState; loosener: string }): Result<undefined, 'who_loosens'> =>
  said.state === 'stuck' && said.loosener === '' ? refuse('who_loosens', undefined, { loosener: 'who_loosens' }) : ok();

export const isOver = (state: CrackState | null): boolean => state === 'done' || state === 'dropped';

export const isLate = (one: { state: CrackState | null; dueOn: Day }, now: Date): boolean =>
  !isOver(one.state) && one.dueOn < shanghaiDate(now);

/** So many days after the day it was due; 0: in time, that day included. */
export const daysLate = (dueOn: Day, at: string): number => Math.max(0, daysIn(dueOn, shanghaiDate(new Date(at))) - 1);

/** A month that has begun: `2022-03`. */
export function checkMonth(month: string, days: number, now: Date): Result<undefined, 'month' | 'too_many_days'> {
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  if (!isMonth || month > shanghaiDate(now).slice(0, 7)) return refuse('month', undefined, { month: 'month' });
  const [year = 0, no = 1] = month.split('-').map(Number);
  const most = new Date(Date.UTC(year, no, 0)).getUTCDate();
  return days <= most ? ok() : refuse('too_many_days', { most }, { days: 'too_many_days' });
}

const MONTHS_SHOWN = 6;

/** Further months so many at a time: one comes to any of them. */
const LATER = 2;

/** The months to choose from beside one: two after it if they have begun, and those before. */
export function monthsBeside(month: string, now: Date): string[] {
  const [year = 0, no = 1] = month.split('-').map(Number);
  const of = (more: number) => new Date(Date.UTC(year, no - 1 + more, 1)).toISOString().slice(0, 7);
  const current = shanghaiDate(now).slice(0, 7);
  const later = Array.from({ length: LATER }, (_, at) => of(LATER - at)).filter((one) => one <= current);
  return [...later, ...Array.from({ length: MONTHS_SHOWN - later.length }, (_, back) => of(-back))];
}

/** The last day of a month. */
export function endOfMonth(month: string): Day {
  const [year = 0, no = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, no, 0)).toISOString().slice(0, 10);
}

export interface Reported {
  state: CrackState;
  words: string;
  loosener: string;
  at: string;
}

interface Raised {
  at: string;
  answer: string | null;
  answeredAt: string | null;
}

/** What had been raised by the end of a day, and what of it answered by then. */
export const raisedBy = <R extends Raised>(raises: readonly R[], day: Day): R[] => {
  const until = (at: string | null) => at !== null && shanghaiDate(new Date(at)) <= day;
  return raises
    .filter(({ at }) => until(at))
    .map((one) => (until(one.answeredAt) ? one : { ...one, answer: null, answeredAt: null }));
};

/** The last day of a month that is over, or the one before today. */
export function lastDayOver(end: Day, now: Date): Day {
  const today = shanghaiDate(now);
  return end < today ? end : addDays(today, -1);
}

/** Whether what was raised by a day was answered by then, or waits though its own day is over. */
export const answerOn = (
  { dueOn, answeredAt }: { dueOn: Day; answeredAt: string | null },
  lastOver: Day,
): 'answered' | 'waits' | 'overdue' => {
  if (answeredAt !== null) return 'answered';
  return dueOn <= lastOver ? 'overdue' : 'waits';
};

/** By how many days a matter was late by a day: until it was done, or until then; of what was given up nobody counts. */
export function lateBy({ dueOn, stood }: { dueOn: Day; stood: Pick<Reported, 'state' | 'at'> | null }, lastOver: Day) {
  if (stood?.state === 'dropped') return null;
  if (stood?.state === 'done') return daysLate(dueOn, stood.at);
  return dueOn < lastOver ? daysIn(dueOn, lastOver) - 1 : 0;
}

/** How it stood at the end of a day: the last that was said until then. `reports`: the oldest first. */
export const stoodOn = (reports: readonly Reported[], day: Day): Reported | null =>
  reports.findLast(({ at }) => shanghaiDate(new Date(at)) <= day) ?? null;

/** What a month is held beside: what was over by its end. What was not is named, and nothing is held beside it. */
export const baselineBy = <P extends { to: string }>(held: P | null, end: string) => {
  const isOver = held !== null && held.to <= end;
  return { baseline: isOver ? held : null, later: isOver ? null : held };
};
