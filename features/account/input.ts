import { z } from 'zod';
import { text } from '@/lib/input';
import { phoneInput } from '@/lib/phone';

/** `locale`, `back` and other fields of the form are not part of it. */

export const phoneForm = z.object({ phone: phoneInput });
export const codeForm = z.object({ code: text(200) });

export const eraseForm = codeForm.extend({ understood: z.literal('on', 'must_tick') });
