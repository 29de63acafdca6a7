import { z } from 'zod';
import { hung } from '@/lib/hung';
import { id, text } from '@/lib/input';

export const mergeInput = z.object({ proposal: id, into: id, reason: hung(text(1000)) });
export const separateInput = z.object({ proposal: id, reason: hung(text(1000)) });
