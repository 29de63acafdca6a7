import { z } from 'zod';
import { choice, day, id, line, optionalLine, orNothing, text } from '@/lib/input';
import { telephone } from '@/lib/phone';
import { KINDS, SIDES, SOURCES } from './rules';

/** An empty choice of a form is no choice. */
export const recordCaseInput = z.object({
  kind: choice(KINDS),
  source: choice(SOURCES),
  title: line(80),
  words: text(2000),
  place: line(80),
  category: optionalLine(80),
  building: orNothing(id),
  household: orNothing(id),
  complainant: optionalLine(40),
  phone: optionalLine(200)
    .refine((given) => given === '' || telephone(given) !== null, 'telephone')
    .transform((given) => telephone(given) ?? ''),
  externalNo: orNothing(line(40)),
  /** Absent: today. */
  happenedOn: orNothing(day),
});

/** As it is to hang: what its reporter did not mean to publish is left out. */
export const postCaseInput = z.object({ case: id, title: line(80), place: line(80) });

export const linkCaseInput = z.object({ case: id, proposal: id, side: choice(SIDES) });
export const unlinkCaseInput = z.object({ case: id, proposal: id, reason: text(400) });
