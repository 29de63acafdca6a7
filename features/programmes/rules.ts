import { addDays, type Day, hoursAfter, shanghaiDate } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

/** 每周, 隔周, 每月第几个星期几; the dates it makes are rows, each moved or cancelled by itself. */
export const RECURRENCES = ['once', 'weekly', 'fortnightly', 'monthly'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

/** So many dates are made at once. */
export const MOST_DATES = 12;
/** So many of one household come. */
export const MOST_HEADS = 6;
/** So long one date is at most. */
export const MOST_HOURS = 12;
/** So far ahead the board says what is on. */
export const WEEK_DAYS = 7;
const MOST_WORDS = 3;
const LONGEST_WORD = 8;

const monthOf = (day: Day) => day.slice(0, 7);
/** The first day of the month so many months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, no = 1] = month.split('-').map(Number);
  const count = year * 12 + no - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The same weekday in that week of the month; where a month has no fifth, its last. */
function nthWeekday(month: string, like: Day): Day {
  const nth = Math.floor((Number(like.slice(8)) - 1) / 7);
  const first = addDays(`${month}-01`, (weekday(like) - weekday(`${month}-01`) + 7) % 7);
  const wanted = addDays(first, nth * 7);
  return monthOf(wanted) === month ? wanted : addDays(wanted, -7);
}

/** The days of so many dates, the first of them `from`. */
export function datesOf(from: Day, recurrence: Recurrence, times: number): Day[] {
  if (recurrence === 'once') return [from];
  const every = recurrence === 'weekly' ? 7 : 14;
  return Array.from({ length: times }, (_, n) =>
    recurrence === 'monthly' ? nthWeekday(monthAfter(monthOf(from), n), from) : addDays(from, n * every),
  );
}

interface Times {
  startsAt: Date;
  endsAt: Date;
  slotMinutes: number | null;
}

/** How many people can come one after another; 1 where all come at once. What is left at the end is no slot. */
export const slotsOf = ({ startsAt, endsAt, slotMinutes }: Times): number =>
  slotMinutes === null ? 1 : Math.floor((endsAt.getTime() - startsAt.getTime()) / (slotMinutes * 60_000));

/** When a slot begins. */
export const slotAt = ({ startsAt, slotMinutes }: Pick<Times, 'startsAt' | 'slotMinutes'>, slot: number): Date =>
  new Date(startsAt.getTime() + slot * (slotMinutes ?? 0) * 60_000);

/** What is on one day: not over when it is planned, and ended the same day. */
export function checkSpan(
  { startsAt, endsAt }: Pick<Times, 'startsAt' | 'endsAt'>,
  now: Date,
): Result<undefined, 'in_the_past' | 'too_long'> {
  if (startsAt <= now) return refuse('in_the_past', undefined, { startsAt: 'in_the_past' });
  if (endsAt > hoursAfter(startsAt, MOST_HOURS) || shanghaiDate(endsAt) !== shanghaiDate(startsAt))
    return refuse('too_long', { hours: MOST_HOURS }, { minutes: 'too_long' });
  return ok();
}

/** A date ends after it begins and the same day; with slots there is at least one. */
export function checkTimes(times: Times, now: Date): Result<undefined, 'in_the_past' | 'too_long' | 'no_slot_fits'> {
  const may = checkSpan(times, now);
  if (!may.ok) return may;
  if (slotsOf(times) < 1) return refuse('no_slot_fits', undefined, { slotMinutes: 'no_slot_fits' });
  return ok();
}

interface Waiting {
  id: number;
  heads: number;
}

/** Who of the waiting, the longest first, comes in: in their order and nobody past another, as long as there is room. */
export function advance(waiting: readonly Waiting[], free: number): number[] {
  let left = free;
  const stops = waiting.findIndex(({ heads }) => {
    left -= heads;
    return left < 0;
  });
  return (stops < 0 ? waiting : waiting.slice(0, stops)).map(({ id }) => id);
}

interface Room {
  places: number;
  taken: number;
  waiting: number;
  /** Nobody is let in by turn any more. */
  begun: boolean;
}

/** Whether so many find a place: there is room, and nobody waits before them; once it has begun, room is for who is there. */
export const finds = ({ places, taken, waiting, begun }: Room, heads: number) =>
  (begun || waiting === 0) && taken + heads <= places;

/** 三个词: at most three, of a few characters each, as one wrote them. */
export function threeWords(text: string): Result<string[], 'three_words'> {
  const words = text.split(/[\s、,，;；]+/u).filter((word) => word !== '');
  const fits =
    words.length >= 1 &&
    words.length <= MOST_WORDS &&
    words.every((word) => [...word].length <= LONGEST_WORD * (/^[\p{ASCII}]*$/u.test(word) ? 2 : 1));
  return fits ? ok(words) : refuse('three_words', undefined, { words: 'three_words' });
}

/** The weeks of a month from Monday on, with the days before and after it. */
export function weeksOf(month: string): Day[][] {
  const first = `${month}-01`;
  const from = addDays(first, -((weekday(first) + 6) % 7));
  const until = `${monthAfter(month, 1)}-01`;
  const weeks: Day[][] = [];
  for (let day = from; day < until; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(day, n)));
  return weeks;
}
