import { z } from 'zod';
import { id } from '@/lib/input';

/** The letter somebody has opened. */
export const readInput = z.object({ letter: id });

/** All letters up to the newest one that was shown. */
export const readAllInput = z.object({ upto: id });
