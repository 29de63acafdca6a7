import { addDays, type Day, monthsAfter, shanghaiDate } from '@/lib/calendar';

/** A Party secretary who has been there for less than this is new: with a new governance secretary nobody knows the place. */
const NEW_DAYS = 90;

/** `since`: since when there is one; null: there is none, which is as new as can be. */
export const isNew = (since: Date | null, now: Date): boolean =>
  since === null || now.getTime() - since.getTime() < NEW_DAYS * 86_400_000;

interface Days {
  from: Day;
  to: Day;
}

/** Each day of a term that is none of its cohort's. */
export const outsideCohort = (term: Days, cohort: Days): Record<string, 'outside_cohort'> =>
  Object.fromEntries(
    Object.entries(term)
      .filter(([, day]) => day < cohort.from || day > cohort.to)
      .map(([name]) => [name, 'outside_cohort'] as const),
  );

/** By so much a term may go on after its cohort. */
const LONGER_MONTHS = 12;

export const latestEnd = (cohort: Pick<Days, 'to'>): Day => monthsAfter(cohort.to, LONGER_MONTHS);

export interface Running {
  from: Day;
  to: Day;
  closedAt: Date | null;
  /** When access ends; null: not of itself. */
  accessTo: Date | null;
}

/** Nothing of it is left to be made longer or shorter: it was closed, its days are over, or access ended before them. */
export const isTermOver = ({ to, closedAt, accessTo }: Running, now: Date): boolean =>
  closedAt !== null || to < shanghaiDate(now) || (accessTo !== null && accessTo <= now);

/** The last day of a term that is recalled: today; before its first day it has none at all, and keeps no day from anybody. */
export function lastDayOfRecalled({ from, to }: Pick<Running, 'from' | 'to'>, now: Date): Day {
  const today = shanghaiDate(now);
  if (today < from) return addDays(from, -1);
  return today < to ? today : to;
}
