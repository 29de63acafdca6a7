import { z } from 'zod';
import { choice, day, id, line, optionalLine, optionalName, orNothing, text } from '@/lib/input';
import { telephone } from '@/lib/phone';
import { AT, KINDS, SIDES, WRITTEN_DOWN } from './rules';

/** An empty choice of a form is no choice. */
export const recordCaseInput = z.object({
  kind: choice(KINDS),
  source: choice(WRITTEN_DOWN),
  title: line(80),
  words: text(4000),
  /** What it is at: `place-3`, `building-14`, `entrance-9`. */
  at: orNothing(z.string().regex(new RegExp(`^(${AT.join('|')})-[1-9]\\d{0,8}$`), 'choose_one')),
  /** Where, in their own words; needed where nothing was chosen. */
  place: optionalLine(80),
  category: optionalLine(80),
  /** Where it stands in the community's own tree. */
  categoryId: orNothing(id),
  building: orNothing(id),
  household: orNothing(id),
  /** Whose it is as it was told: entrance and door, `1-301`. */
  home: optionalLine(40),
  complainant: optionalName(40),
  phone: optionalLine(200)
    .refine((given) => given === '' || telephone(given) !== null, 'telephone')
    .transform((given) => telephone(given) ?? ''),
  externalNo: orNothing(line(40)),
  /** Absent: today. */
  happenedOn: orNothing(day),
});

/** A case by whichever number somebody has of it; a program gives its own. */
export const caseNamedInput = z.preprocess((given) => (typeof given === 'number' ? String(given) : given), line(60));

/** As it is to hang: what its reporter did not mean to publish is left out. */
export const postCaseInput = z.object({ case: id, title: line(80), place: line(120) });

export const takeDownInput = z.object({ case: id, reason: text(400) });

export const linkCaseInput = z.object({ case: id, proposal: id, side: choice(SIDES) });
export const unlinkCaseInput = z.object({ case: id, proposal: id, reason: text(400) });
