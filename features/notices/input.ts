import { z } from 'zod';
import { id } from '@/lib/input';

/** The letter somebody has opened. */
export const readInput = z.object({ letter: id });
