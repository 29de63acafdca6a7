import { z } from 'zod';
import { id, line, text } from '@/lib/input';

export const giveKeyInput = z.object({ name: line(40), purpose: text(400) });

/** The key is made where it is shown; what opens with it knows its hash. */
export const keepKeyInput = giveKeyInput.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) });

export const withdrawKeyInput = z.object({ key: id, reason: text(400) });
