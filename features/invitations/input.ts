import { z } from 'zod';
import { id, optionalText } from '@/lib/input';

export const makeInput = z.object({ household: id, words: optionalText(200) });
export const invitationInput = z.object({ invitation: id });
