import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Day, daysAfter, endOfDay, hoursAfter, shanghaiDate } from './calendar';

/** A day counted in working days. `unknownYear`: whose holidays nobody has told us; there Monday to Friday were counted. */
export type WorkingDay = { day: Day; unknownYear: number | null };

/** Days off and weekend days worked in exchange, as the State Council announces them for each year. */
const off = new Set(Object.keys(announced.holidays));
const worked = new Set(Object.keys(announced.workdays));
const years = new Set(Object.keys(announced.holidays).map((day) => day.slice(0, 4)));

function isWorkingDay(day: Day): boolean {
  if (worked.has(day)) return true;
  if (off.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Whether the holidays of the year this day lies in are known. */
export const holidaysKnown = (day: Day): boolean => years.has(day.slice(0, 4));

/** The nth working day after this day; the day itself does not count. */
export function workingDaysAfter(day: Day, n: number): WorkingDay {
  let current = day;
  let unknownYear: number | null = null;
  for (let left = n; left > 0; ) {
    current = addDays(current, 1);
    if (unknownYear === null && !holidaysKnown(current)) unknownYear = Number(current.slice(0, 4));
    if (isWorkingDay(current)) left -= 1;
  }
  return { day: current, unknownYear };
}

/** How long something may take: to the minute in hours and natural days, to the end of the day in working days. */
export type Within = { hours: number } | { days: number } | { workingDays: number };

/** In time up to and including `at`. */
export type Deadline = { at: Date; unknownYear: number | null };

/** By when what came at this moment is due. */
export function deadlineAfter(from: Date, within: Within): Deadline {
  if ('hours' in within) return { at: hoursAfter(from, within.hours), unknownYear: null };
  if ('days' in within) return { at: daysAfter(from, within.days), unknownYear: null };
  const { day, unknownYear } = workingDaysAfter(shanghaiDate(from), within.workingDays);
  return { at: endOfDay(day), unknownYear };
}
