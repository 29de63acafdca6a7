import type { CaseState } from '@/db/words/orders';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';

/** Where a case stands to its time. */
export const WHENS = ['overdue', 'today', 'soon', 'later', 'paused', 'none'] as const;
export type When = (typeof WHENS)[number];

/** Today is up to midnight; soon, the two days after it. Where it is handed up its clock stands still. */
export function whenOf({ state, due }: { state: CaseState; due: Date | null }, now: Date): When {
  if (state === 'escalated') return 'paused';
  if (due === null) return 'none';
  if (now > due) return 'overdue';
  const { tomorrow, later } = bounds(now);
  return due < tomorrow ? 'today' : due < later ? 'soon' : 'later';
}

export function bounds(now: Date): { tomorrow: Date; later: Date } {
  const today = shanghaiDate(now);
  return { tomorrow: startOfDay(addDays(today, 1)), later: startOfDay(addDays(today, 3)) };
}
