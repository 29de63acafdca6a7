import { z } from 'zod';
import { CAUSES, CRACK_OWNERS, CRACK_STATES, LEVELS } from '@/db/words/diagnosis';
import { choice, count, day, id, line, optionalLine, optionalText, text } from '@/lib/input';

export const publishInput = z.object({
  legacy: optionalText(600),
  maintenance: optionalText(600),
  management: optionalText(600),
  neighbours: optionalText(600),
});

export const addInput = z.object({
  title: line(60),
  cause: choice(CAUSES),
  owner: choice(CRACK_OWNERS),
  dueOn: day,
  sign: text(200),
});

export const reportInput = z.object({
  crack: id,
  state: choice(CRACK_STATES),
  words: text(400),
  loosener: optionalLine(80),
});

export const raiseInput = z.object({ crack: id, level: choice(LEVELS), asks: text(400), dueOn: day });
/** By an office above: `community` and the number of the matter there. */
export const answerInput = z.object({ district: line(40), community: id, crack: id, answer: text(600) });
export const presenceInput = z.object({ month: line(7), days: count(0, 31), doors: count(0, 100_000) });
