import { z } from 'zod';
import { line, optionalLine } from '@/lib/input';
import { MOST_BLANK_BYTES, MOST_BLANK_COLUMNS, MOST_BLANK_ROWS } from '@/lib/sheet/blank/shape';

const row = z
  .number()
  .int()
  .min(1)
  .max(MOST_BLANK_ROWS + 1);
const name = line(400);

/** A sheet as it was read in a process of its own. */
export const putBlankInput = z.object({
  name: line(120),
  /** In base64: whoever sends it again is known by it. */
  file: z
    .base64()
    .min(1)
    .max(Math.ceil(MOST_BLANK_BYTES / 3) * 4),
  layout: z.object({
    sheet: name,
    columns: z
      .array(z.object({ at: z.number().int().min(0).max(MOST_BLANK_COLUMNS), name, above: optionalLine(400) }))
      .min(2)
      .max(MOST_BLANK_COLUMNS),
    first: row,
    last: row,
    below: z.boolean(),
    grows: z.boolean(),
  }),
});
