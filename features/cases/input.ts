import { z } from 'zod';
import { choice, day, id, optionalText, orNothing, text } from '@/lib/input';
import { KINDS, SIDES, SOURCES, telephone } from './rules';

/** An empty choice of a form is no choice. */
export const recordCaseInput = z.object({
  kind: choice(KINDS),
  source: choice(SOURCES),
  title: text(80),
  words: text(2000),
  place: text(80),
  category: optionalText(80),
  building: orNothing(id),
  household: orNothing(id),
  complainant: optionalText(40),
  phone: optionalText(20)
    .refine((given) => given === '' || telephone(given) !== null, 'telephone')
    .transform((given) => telephone(given) ?? ''),
  externalNo: orNothing(text(40)),
  /** Absent: today. */
  happenedOn: orNothing(day),
});

export const linkCaseInput = z.object({ case: id, proposal: id, side: choice(SIDES) });
export const unlinkCaseInput = z.object({ case: id, proposal: id, reason: text(400) });
