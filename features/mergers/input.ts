import { z } from 'zod';
import { id, text } from '@/lib/input';

export const mergeInput = z.object({ proposal: id, into: id, reason: text(1000) });
export const separateInput = z.object({ proposal: id, reason: text(1000) });
