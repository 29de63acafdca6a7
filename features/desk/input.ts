import { z } from 'zod';
import { id } from '@/lib/input';

export const tellInput = z.object({
  told: z
    .array(z.object({ person: id, count: z.number().int().min(1), at: z.enum(['desk', 'door']) }))
    .min(1)
    .max(2_000),
});
