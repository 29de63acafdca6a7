import { z } from 'zod';

/** `locale`, `back` and other fields of the form are not part of it. */

export const eraseInput = z.object({ understood: z.literal('on', 'must_tick') });
