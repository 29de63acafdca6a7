import { z } from 'zod';
import { hung } from '@/lib/hung';
import {
  choice,
  count,
  day,
  id,
  line,
  list,
  optionalLine,
  optionalText,
  personName,
  text,
  undoesInput,
} from '@/lib/input';
import { phoneInput } from '@/lib/phone';
import { MOST_PARTS } from './rules/choosing';

const district = line(40);
const parts = count(0, MOST_PARTS, 'weight_range');

/** How much each count is to weigh, and how many communities a cohort is to have. */
export const weighInput = z.object({
  district,
  volume: parts,
  repeats: parts,
  unresolved: parts,
  overdue: parts,
  opposites: parts,
  trend: parts,
  many: count(1, 200, 'many_range'),
});

/** What a form is sent under: the same one twice is one cohort. */
const submission = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'invalid');

/** That what speaks against it has been said, and it is meant all the same. */
const seen = z.literal('on').optional().catch(undefined);

/** A form's `places` as one text, `3,12`, and its rows `reason_12` as reasons by community. */
function fromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'reasons' in raw) return raw;
  const given = raw as Record<string, unknown>;
  const reasons = Object.entries(given)
    .filter(([name, said]) => name.startsWith('reason_') && said !== '')
    .map(([name, said]) => ({ place: name.slice('reason_'.length), reason: said }));
  const places = typeof given.places === 'string' ? given.places.split(',') : given.places;
  return { ...given, places, reasons };
}

/** Why the list was departed from stands in `reasons`, by community: chosen beyond its first, or not chosen though among them. */
export const draftCohortInput = z.preprocess(
  fromRows,
  z.object({
    district,
    name: line(40),
    from: day,
    to: day,
    beforeFrom: day,
    beforeTo: day,
    afterFrom: day,
    afterTo: day,
    weights: line(40),
    places: list(id).refine((all) => all.length > 0 && all.length <= 200, 'choose_one'),
    reasons: z.array(z.object({ place: id, reason: text(200) })).max(400),
    submission,
    seen,
  }),
);

export const ofCohortInput = z.object({ district, cohort: id });
export const approveCohortInput = ofCohortInput.extend({ seen });
export const withdrawCohortInput = ofCohortInput.extend({ reason: hung(text(200)), undoes: undoesInput });

export const addCandidateInput = z.object({
  district,
  name: personName(40),
  phone: phoneInput,
  homeUnit: line(60),
  post: optionalLine(60),
  skills: optionalText(300),
  named: choice(['yes', 'no']),
});

export const sendInput = z.object({
  district,
  cohort: id,
  community: id,
  candidate: id,
  from: day,
  to: day,
  seen,
});

export const extendInput = z.object({ district, community: id, term: id, to: day, reason: text(200) });
export const recallInput = extendInput.omit({ to: true }).extend({ undoes: undoesInput });
