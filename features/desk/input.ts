import { z } from 'zod';
import { id, line } from '@/lib/input';

const told = z.object({
  person: id,
  count: z.number().int().min(1),
  at: z.enum(['desk', 'door', 'office']),
  /** Of an office above communities. */
  district: line(40).optional(),
});
export type Told = z.output<typeof told>;

export const tellInput = z.object({ told: z.array(told).min(1).max(2_000) });
