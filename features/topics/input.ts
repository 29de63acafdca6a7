import { z } from 'zod';
import { OPPOSITE_VERDICTS } from '@/db/words/topics';
import { KINDS } from '@/features/proposals/rules';
import { hung } from '@/lib/hung';
import { choice, id, line, list, text } from '@/lib/input';
import { MOST_GATHERED } from './rules';
import { MATTERS } from './rules/opposites';

const numbers = list(id).pipe(z.array(z.number()).max(MOST_GATHERED, 'too_many')).default([]);

/** The cases by their numbers: those of whoever wants it, and those of whoever fears it. */
export const proposeInput = z
  .object({
    cases: numbers,
    against: numbers,
    kind: choice(KINDS),
    title: hung(line(60)),
    place: hung(line(80)),
    problem: hung(text(2000)),
    ask: hung(text(400)),
  })
  .refine(({ cases, against }) => cases.length + against.length > 0, { path: ['cases'], message: 'choose_one' });

/** Those who ask for it and those who bear it, by their numbers. */
export const decideInput = z.object({
  matter: z.enum(MATTERS, 'choose_one'),
  asks: numbers.pipe(z.array(z.number()).min(1, 'choose_one')),
  bears: numbers.pipe(z.array(z.number()).min(1, 'choose_one')),
  verdict: choice(OPPOSITE_VERDICTS),
  reason: text(400),
});

export const keepInput = z.object({});
