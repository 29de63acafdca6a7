import { z } from 'zod';
import { SATISFACTIONS } from '@/db/words/callbacks';
import { KINDS } from '@/db/words/cases';
import { MEASURES } from '@/db/words/orders';
import { line, optionalLine, optionalText, text } from '@/lib/input';
import { MOST_ROWS } from '@/lib/sheet/limits';
import { Staged } from '@/lib/sheet/staged';
import { FIELDS, LACKING, SAID_FIELDS } from './rules';

const kept = optionalText(20_000);

const orderRowInput = z.object({
  row: z.number().int().positive(),
  no: optionalLine(60),
  kind: z.enum(KINDS),
  title: line(400),
  content: text(20_000),
  caller: optionalLine(400),
  phone: optionalLine(60),
  place: optionalLine(400),
  category: optionalLine(1_300),
  came: z.iso.datetime().nullable(),
  closed: z.iso.datetime().nullable(),
  limit: z
    .union([
      z.object({ at: z.iso.datetime() }),
      z.object({ amount: z.number().int().positive(), measure: z.enum(MEASURES) }),
    ])
    .nullable()
    .default(null),
  resolved: z.enum(['yes', 'no', 'partial']).nullable(),
  satisfied: z.enum(SATISFACTIONS).nullable(),
  effective: z.boolean().nullable(),
  contacted: z.boolean().nullable(),
  said: z.partialRecord(z.enum(SAID_FIELDS), kept),
  others: z.array(z.tuple([kept, kept])).max(100),
  blank: z.array(kept).max(100).default([]),
  lacks: z.array(z.enum(LACKING)).default([]),
});

export const importOrdersInput = z.object({
  /** SHA-256 of the file, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
  /** Each is read when its turn comes. */
  rows: z
    .union([z.instanceof(Staged), z.array(z.unknown()).transform((rows) => Staged.of([...rows]))])
    .refine(({ count }) => count >= 1 && count <= MOST_ROWS, 'invalid'),
});

export const orderRowsInput = z.array(orderRowInput);

/** The heading in one line; of each of its names the column it is, or nothing where it is kept as it is. */
export const rememberColumnsInput = z.object({
  heading: line(8_000),
  columns: z.record(line(400), z.enum(FIELDS).or(z.literal(''))),
});
