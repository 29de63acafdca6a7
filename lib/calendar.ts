/**
 * Days and periods in Asia/Shanghai (UTC+8 all year since 1992). Nothing here knows the time: the moment is always given.
 * A `Day` is a calendar date "YYYY-MM-DD"; a moment is a `Date`; windows are half-open, [from, to).
 */
export type Day = string;

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** The calendar date in Shanghai at this moment. */
export function shanghaiDate(moment: Date): Day {
  return new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The hour of the day in Shanghai, 0–23. */
export function shanghaiHour(moment: Date): number {
  return new Date(moment.getTime() + OFFSET_MS).getUTCHours();
}

/** The time on the clock there, as a field for day and time has it: "2022-03-05T19:30". */
export const clockIn = (moment: Date): string => new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 16);

/** Midnight in Shanghai at which this day begins. Throws RangeError when it is no date ("2022-02-30"). */
export function startOfDay(day: Day): Date {
  const start = new Date(`${day}T00:00:00+08:00`);
  if (Number.isNaN(start.getTime()) || shanghaiDate(start) !== day) throw new RangeError(`no such date: ${day}`);
  return start;
}

const WRITTEN_DAY = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;

/**
 * A day as people write it: "2022-03-05", "2022/3/5", "2022年3月5日", also in full-width digits. `date`: it is written in
 * none of these ways, or is of no time a community has to do with; `no_such_day`: the calendar has no such day.
 */
export function readDay(text: string): { day: Day } | { code: 'date' | 'no_such_day' } {
  const match = WRITTEN_DAY.exec(
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  );
  if (!match) return { code: 'date' };
  const [year = '', month = '', day = ''] = [match[1], match[3] ?? match[5], match[4] ?? match[6]];
  if (year < '1900' || year > '2199') return { code: 'date' };
  const written = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const start = new Date(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(written);
  return exists ? { day: written } : { code: 'no_such_day' };
}

/** The last moment of the day. */
export const endOfDay = (day: Day): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1);

export function addDays(day: Day, days: number): Day {
  return shanghaiDate(new Date(startOfDay(day).getTime() + days * DAY_MS));
}

/** The same day so many months later, or the last of a shorter month. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** From the one to the other, both counted. */
export const daysIn = (from: Day, to: Day): number =>
  Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS) + 1;

/** The moment n·24 hours later. */
export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS);
}

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}

/**
 * When a legal period of n days that starts on this day has run out: the day it starts on does not count and the last
 * day counts to midnight (Civil Code arts 201, 203). Posted on the 1st for 7 days: over at 00:00 on the 9th.
 */
export function periodEnd(from: Date, days: number): Date {
  return startOfDay(addDays(shanghaiDate(from), days + 1));
}

/** `2022-03`, of a year a community has to do with. */
export const isMonth = (text: string): boolean => /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);

/** A calendar month, [its first day 00:00, the next one's first day 00:00) Shanghai. */
export function calendarMonth(month: string): { from: Date; to: Date } {
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return { from: startOfDay(`${month}-01`), to: startOfDay(`${next}-01`) };
}

/** Assessment month "YYYY-MM" as [19th of the month before 00:00, 19th of the month 00:00) Shanghai. */
export function assessmentMonth(month: string): { from: Date; to: Date } {
  const before = addDays(`${month}-01`, -1).slice(0, 7);
  return { from: startOfDay(`${before}-19`), to: startOfDay(`${month}-19`) };
}

/** The assessment month a moment falls in: from the 19th on, the next calendar month. */
export function assessmentMonthOf(moment: Date): string {
  const day = shanghaiDate(moment);
  if (Number(day.slice(8)) < 19) return day.slice(0, 7);
  return addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7);
}

export type Language = 'zh' | 'en';

const TAGS = { zh: 'zh-CN', en: 'en-GB' } as const;

function formatters(options: Intl.DateTimeFormatOptions) {
  const make = (language: Language) =>
    new Intl.DateTimeFormat(TAGS[language], { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options });
  return { zh: make('zh'), en: make('en') };
}

const dates = formatters({ year: 'numeric', month: 'long', day: 'numeric' });
const times = formatters({ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' });

/** 2022年11月24日 · 24 November 2022. Absolute, never "3 days left": printed pages grow old. */
export function formatDate(when: Date | Day, language: Language): string {
  return dates[language].format(typeof when === 'string' ? startOfDay(when) : when);
}

/** 2022年11月24日 09:05 · 24 November 2022 at 09:05, Shanghai time. */
export function formatDateTime(moment: Date, language: Language): string {
  return times[language].format(moment);
}
