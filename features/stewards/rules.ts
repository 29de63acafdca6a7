import { SHIFT_PARTS, type ShiftPart } from '@/db/words/stewards';
import { addDays, type Day, hoursAfter, shanghaiDate, startOfDay } from '@/lib/calendar';

/** So many turns are planned at once, a week apart. */
export const MOST_WEEKS = 12;
/** What a turn usually lasts. */
export const USUAL_MINUTES = 180;
/** What one may be said to have lasted. */
export const LEAST_MINUTES = 10;
export const MOST_MINUTES = 720;
/** So many days of the rota the board shows, today among them. */
export const ROTA_DAYS = 7;

/** The days of so many turns, a week apart. */
export const daysOf = (from: Day, weeks: number): Day[] =>
  Array.from({ length: weeks }, (_, n) => addDays(from, n * 7));

/** From what hour to what hour each part of a day is, in Shanghai. */
const HOURS: Record<ShiftPart, readonly [from: number, until: number]> = {
  morning: [8, 12],
  afternoon: [13, 18],
  evening: [18, 22],
};

interface Turn {
  day: Day;
  part: ShiftPart;
}

export const startOfPart = ({ day, part }: Turn): Date => hoursAfter(startOfDay(day), HOURS[part][0]);
export const endOfPart = ({ day, part }: Turn): Date => hoursAfter(startOfDay(day), HOURS[part][1]);

/** The parts of today that have not begun yet. */
export const partsAhead = (now: Date): ShiftPart[] =>
  SHIFT_PARTS.filter((part) => startOfPart({ day: shanghaiDate(now), part }) > now);

/** The parts of today that are not over yet. */
export const partsLeft = (now: Date): ShiftPart[] =>
  SHIFT_PARTS.filter((part) => endOfPart({ day: shanghaiDate(now), part }) > now);

/** Whole hours and quarters that were served, never more than there were: 170 minutes are 2.75 hours. */
export const hoursOf = (minutes: number): number => Math.floor(minutes / 15) / 4;

/** What is to be given and what to be taken so that these are the entrances somebody looks after. */
export function areaChanges(held: readonly number[], wanted: readonly number[]): { give: number[]; take: number[] } {
  const [has, wants] = [new Set(held), new Set(wanted)];
  return { give: [...wants].filter((id) => !has.has(id)), take: [...has].filter((id) => !wants.has(id)) };
}
