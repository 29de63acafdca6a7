import { z } from 'zod';
import { readDay, startOfDay } from './calendar';
import { hasPrivateUse, nameOf } from './names';
import { parseCount, parseMoney } from './quantity';
import { inOneLine, isKeepable, isLonger, isSeen, lengthOf, written } from './text';

/** At most `max` characters as people see them, which whoever reads the schema finds as its `maxLength`. */
function atMost(max: number) {
  const check = z.check<string>(({ value, issues }) => {
    if (isLonger(value, max))
      issues.push({
        code: 'custom',
        message: `too_long:${max}:${lengthOf(value)}`,
        input: value,
        continue: true,
      });
  });
  check._zod.onattach.push(({ _zod }) => Object.assign(_zod.bag, { maximum: max }));
  return check;
}

/** As it is kept; empty where nothing of it can be seen. */
const read = (as: (text: string) => string) =>
  z
    .string('required')
    .refine(isKeepable, { error: 'unreadable', abort: true })
    .overwrite((value) => (isSeen(value) ? as(value) : ''));

/** Required words in lines, of at most `max` characters. */
export const text = (max: number) => read(written).min(1, 'required').check(atMost(max));

export const optionalText = (max: number) => read(written).check(atMost(max)).default('');

/** Required words in one line: a title, a name of something, a place. */
export const line = (max: number) => read(inOneLine).min(1, 'required').check(atMost(max));

export const optionalLine = (max: number) => read(inOneLine).check(atMost(max)).default('');

/** What a form has shown that its act costs others; absent where nobody is shown anything. */
export const undoesInput = z.string().max(400).optional();

/** Somebody's name, as `nameOf` reads it: letters that can be seen, nothing that turns or hides the text. */
export const personName = (max: number) =>
  z
    .string('required')
    .refine(isKeepable, { error: 'unreadable', abort: true })
    .refine((value) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u.test(value.trim()), 'name_letters')
    .overwrite((value) => (isSeen(value) ? nameOf(value) : ''))
    .min(1, 'required')
    .check(atMost(max))
    .refine((value) => !hasPrivateUse(value), 'name_private')
    .refine((value) => /\p{L}/u.test(value) || value === '', 'name_letters');

/** The same, or nobody. */
export const optionalName = (max: number) => orNothing(personName(max)).transform((name): string => name ?? '');

/** The most an `integer` of PostgreSQL holds. */
const MOST = 2_147_483_647;

/** A figure as a form or a sheet has it, or the number a program sends; refused as `code`. */
const figure = (code: string, parse: (text: string) => number | null, least: number, most: number) =>
  z.union([z.number(), z.string()], code).transform((given, context) => {
    const value = typeof given === 'number' ? parse(String(given)) : parse(given);
    if (value !== null && value >= least && value <= most) return value;
    const blank = typeof given === 'string' && !isSeen(given);
    context.addIssue({ code: 'custom', message: blank && code === 'number' ? 'required' : code });
    return z.NEVER;
  });

/** Which one: a row's id, or its number where that is public. */
export const id = figure('choose_one', parseCount, 1, MOST);

/** Which version the writer saw; 0 where there was none. */
export const version = figure('invalid', parseCount, 0, MOST);

/** How many; blank is no number. `code`: what says between which numbers, where that is not plain. */
export const count = (least = 0, most = 1_000_000, code = 'number') => figure(code, parseCount, least, most);

/** Several numbers, `1、3` or `1, 3` as one writes them; each once, none at all where nothing is written. */
export const numbers = z.union([z.string(), z.array(z.number())], 'numbers').transform((given, context) => {
  const parts = typeof given === 'string' ? (given.normalize('NFKC').match(/[^\s,、;和]+/gu) ?? []) : given.map(String);
  const read = parts.map(parseCount);
  if (read.every((one) => one !== null && one > 0 && one <= MOST))
    return [...new Set(read.flatMap((one) => one ?? []))];
  context.addIssue({ code: 'custom', message: 'numbers' });
  return z.NEVER;
});

/** Yuan as one types it, `12,345.60`, to fen. What costs nothing says 0. */
export const yuan = figure('number', parseMoney, 0, Number.MAX_SAFE_INTEGER);

/** A day that exists, as `2022-03-05` however it was written. */
export const day = z.string('day_missing').transform((given, context) => {
  const read = isSeen(given) ? readDay(given) : { code: 'day_missing' };
  if ('day' in read) return read.day;
  context.addIssue({ code: 'custom', message: read.code });
  return z.NEVER;
});

/** A day and a time of it, `2022-03-05T19:30` as a browser sends it, on the clock in Shanghai. */
export const clock = z.string('day_and_time').transform((given, context) => {
  const [, date = given, hour = '', minute = ''] =
    /^(\S+?)[T ](\d{2}):(\d{2})(?::\d{2})?$/.exec(given.normalize('NFKC').trim()) ?? [];
  const read = hour < '24' && minute < '60' && hour !== '' ? readDay(date) : { code: 'date' as const };
  if ('day' in read) return new Date(startOfDay(read.day).getTime() + (Number(hour) * 60 + Number(minute)) * 60_000);
  context.addIssue({ code: 'custom', message: read.code === 'date' ? 'day_and_time' : read.code });
  return z.NEVER;
});

export const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, 'choose_one');

/** A field that may be left empty: nothing then. */
export const orNothing = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' && !isSeen(value) ? undefined : value), item.optional());

/** The one at this place of a list, as the path of an error names it. */
export const nth = <T>(all: readonly T[], at: string | undefined): T | undefined =>
  all.find((_, place) => String(place) === at);

/** A field that a form may repeat: one value or several. */
export const list = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform((one) => [one])], 'choose_one').transform((value) => value as z.output<T>[]);

/** A form as far as it was read. */
export interface Parsed {
  value: unknown;
  issues: unknown[];
}

/** When what is asked of a form as a whole is asked: whatever else is wrong with it, so that everything is said at once. */
export const always = ({ value }: Parsed) => typeof value === 'object' && value !== null;
