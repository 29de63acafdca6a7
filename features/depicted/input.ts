import { z } from 'zod';
import { DEPICTED_ANSWERS } from '@/db/words/pictures';
import { choice, count, id, line, optionalName } from '@/lib/input';

/** `building`, `entrance`, `door`: as people write them. `people`: who of them. */
export const nameInput = z.object({
  picture: id,
  building: line(81),
  entrance: count(1, 99),
  door: line(20),
  people: line(20),
});
const one = { depicted: id };
export const dropInput = z.object(one);
export const answerInput = z.object({ ...one, answer: choice(DEPICTED_ANSWERS) });
export const recordInput = z.object({ ...one, answer: choice(DEPICTED_ANSWERS), witness: optionalName(20) });
