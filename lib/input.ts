import { z } from 'zod';

const clean = (value: string) => !value.includes('\u0000');

/** Required words of at most `max` characters, trimmed. PostgreSQL cannot keep NUL. */
export const text = (max: number) => z.string('required').trim().min(1, 'required').max(max).refine(clean, 'invalid');

export const optionalText = (max: number) => z.string().trim().max(max).refine(clean, 'invalid').default('');

/** Somebody's name: letters that can be seen, as a keyboard writes them; nothing that turns or hides the text. */
export const personName = (max: number) =>
  text(max)
    .transform((value) => value.normalize('NFKC').replace(/\s+/gu, ' ').trim())
    .refine(
      (value) => /\p{L}/u.test(value) && !/[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u.test(value),
      'name_letters',
    );

/** The most an `integer` of PostgreSQL holds. */
const MOST = 2_147_483_647;

export const id = z.coerce.number('choose_one').int('choose_one').positive('choose_one').max(MOST, 'choose_one');

/** A day, `2022-03-05`, that exists. */
export const day = z
  .string('day_missing')
  .trim()
  .min(1, 'day_missing')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'date')
  .refine(
    (value) =>
      !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value),
    'date',
  );

export const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, 'choose_one');

/** A field that may be left empty: nothing then. */
export const orNothing = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), item.optional());

/** A field that a form may repeat: one value or several. */
export const list = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform((one) => [one])], 'choose_one').transform((value) => value as z.output<T>[]);
