import { z } from 'zod';
import { DEMAND_SOURCES, REVIEW_VERDICTS } from '@/db/words/council';
import { caseNamedInput } from '@/features/cases/input';
import { choice, day, id, line, list, optionalLine, optionalName, optionalText, orNothing, text } from '@/lib/input';
import { telephone } from '@/lib/phone';

/** So long is what stands on a list. */
export const MOST_TITLE = 60;

export const memberInput = z.object({
  name: line(40),
  contactName: optionalName(20),
  contactPhone: optionalLine(40)
    .refine((given) => given === '' || telephone(given) !== null, 'telephone')
    .transform((given) => telephone(given) ?? ''),
});
export const endMemberInput = z.object({ member: id, reason: text(200) });
export const offerInput = z.object({ member: id, title: line(MOST_TITLE), words: optionalText(300) });
export const withdrawInput = z.object({ resource: id, reason: text(200) });

/** `need`, `case`: what it comes from; nobody else learns which. */
export const demandInput = z.object({
  title: line(MOST_TITLE),
  words: optionalText(400),
  source: choice(DEMAND_SOURCES),
  need: orNothing(id),
  case: orNothing(caseNamedInput),
});
export const withdrawDemandInput = z.object({ demand: id, reason: text(200) });
export const claimInput = z.object({ demand: id, member: id, brings: text(200) });

export const startInput = z.object({
  title: line(MOST_TITLE),
  demands: list(id).default([]),
  /** What a household needs and no list has yet. */
  need: orNothing(id),
  lead: id,
  partners: list(id).default([]),
  steps: text(1000),
});
export const reportInput = z.object({ project: id, position: id, doneOn: day, note: optionalText(300) });
export const endInput = z.object({ project: id, reason: optionalText(300) });
export const reviewInput = z.object({ project: id, verdict: choice(REVIEW_VERDICTS), words: text(400) });
export const explainInput = z.object({ review: id, why: text(400) });
