import { z } from 'zod';
import { caseNamedInput } from '@/features/cases/input';
import { choice, clock, count, id, line, list, optionalText, orNothing, text } from '@/lib/input';
import { LISTS, MEASURES } from './rules';

const one = { case: id };

export const dispatchInput = z.object({
  ...one,
  agency: id,
  handler: orNothing(id),
  tier: id,
  category: orNothing(id),
  againstAgency: orNothing(id),
  against: orNothing(id),
  words: optionalText(400),
  /** Why it may take longer than its category. */
  longer: optionalText(200),
});

/** Many at once: what each is about and against whom stays as it is known. */
export const dispatchManyInput = z.object({
  cases: list(id),
  agency: id,
  handler: orNothing(id),
  tier: id,
  words: optionalText(400),
  longer: optionalText(200),
});

export const handOnInput = z.object({ ...one, agency: id, tier: id, ground: id, reason: text(400) });

/** A step many take at once. */
export const togetherInput = z.object({ cases: list(id), words: optionalText(400) });

/** One or many at once. */
export const assignInput = z.object({ cases: list(id), handler: id, words: optionalText(400) });

export const plainInput = z.object({ ...one, words: optionalText(400) });
export const reasonInput = z.object({ ...one, reason: text(400) });
export const contactInput = z.object({ ...one, reached: choice(['yes', 'no']), words: optionalText(400) });
export const extendInput = z.object({ ...one, until: clock, reason: text(400) });
export const callInput = z.object({ ...one, agency: id, reason: text(400) });
export const replyInput = z.object({ ...one, words: text(2000) });
/** Many at once: fields such as {地点} stand for what is known of each. */
export const replyManyInput = z.object({ cases: list(id), words: text(2000) });
/** With one that is offered, or with another by its number. */
export const mergeInput = z
  .object({ ...one, near: orNothing(id), into: orNothing(caseNamedInput), reason: text(400) })
  .refine(({ near, into }) => near !== undefined || into !== undefined, { path: ['into'], error: 'which_case' })
  .refine(({ near, into }) => near === undefined || into === undefined, { path: ['into'], error: 'one_of_both' });
export const joinInput = z.object({ ...one, household: orNothing(id), words: optionalText(400) });
export const lookInput = z.object(one);
export const supplementInput = z.object({ ...one, words: text(5000) });
export const feedInput = z.object({});

/** An entry of one of the lists; which fields it has depends on the list. */
export const addEntryInput = z.object({
  list: choice(LISTS),
  name: orNothing(line(40)),
  parent: orNothing(id),
  tier: orNothing(id),
  office: orNothing(choice(['social-worker', 'party-secretary', 'governance-secretary', 'hotline', 'property'])),
  beyond: orNothing(choice(['yes', 'no'])),
  body: orNothing(text(2000)),
  category: orNothing(id),
  amount: orNothing(count(1, 365)),
  measure: orNothing(choice(MEASURES)),
});
export const renameEntryInput = z.object({ list: choice(LISTS), entry: id, name: line(40) });
export const retireEntryInput = z.object({ list: choice(LISTS), entry: id });
