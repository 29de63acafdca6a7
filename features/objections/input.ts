import { z } from 'zod';
import { hung } from '@/lib/hung';
import { choice, id, line, optionalText, orNothing, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';
import { ANSWERS, GROUNDS, WEIGHTS } from './rules';

/** Ids as a form posts them: `12-13-14` is three that were said in the same words. */
const ids = z
  .preprocess(
    (value) =>
      (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]).flatMap((one) =>
        typeof one === 'string' ? one.split('-') : [one],
      ),
    z.array(id).max(2000),
  )
  .refine((found) => found.length > 0, 'choose_one');

/** `objection` is its number in the proposal, here and below. */
const one = { proposal: id, objection: id };

export const drawInput = z.object({
  proposal: id,
  opinions: ids,
  ground: choice(GROUNDS),
  weight: choice(WEIGHTS),
  wording: hung(line(200)),
});

/** `households` go on in an objection of their own, in these words. */
export const splitInput = z.object({
  ...one,
  households: ids,
  weight: choice(WEIGHTS),
  wording: hung(line(200)),
  reason: hung(optionalText(300)),
});

export const rewordInput = z.object({
  ...one,
  weight: choice(WEIGHTS),
  wording: hung(line(200)),
  shown: shownInput,
  reason: hung(optionalText(300)),
});

export const mergeInput = z.object({ ...one, into: id, reason: hung(optionalText(300)) });

export const acknowledgeInput = z.object({ ...one, shown: shownInput });

/** Without `version`: the newest, also a draft; what is not possible stands in no clause. `answer`: the reason, or what will be done. */
export const answerInput = z
  .object({
    ...one,
    kind: choice(ANSWERS),
    version: orNothing(id),
    clause: orNothing(id),
    answer: hung(text(600)),
    shown: shownInput,
  })
  .refine((value) => value.kind === 'not_possible' || value.clause !== undefined, {
    path: ['clause'],
    message: 'clause_missing',
  })
  .transform((value) => (value.kind === 'not_possible' ? { ...value, version: undefined, clause: undefined } : value));

/** Another way than by the household's own hand. */
export const CHANNELS = ['door', 'phone', 'paper'] as const;

/** Without `household`: the person's own. `shown`: what they say something about. `channel` and `provenance` (how it was said, who was there): by somebody else. */
const spoken = {
  ...one,
  household: orNothing(id),
  shown: shownInput,
  channel: choice(CHANNELS).default('door'),
  provenance: optionalText(300),
};

export const wordingInput = z.object(spoken);

/** `words`: what the household meant instead. */
export const disputeInput = z.object({ ...spoken, words: text(600) });

export const verdictInput = z.object({
  ...spoken,
  verdict: choice(['settled', 'maintained', 'withdrawn']),
  words: optionalText(600),
});

/** What was written down for a household, and why that was wrong. */
export const takeBackInput = z.object({ ...one, household: id, reason: text(300) });

export const tryInput = z.object({ ...one, household: id, note: optionalText(300) });

export const reopenInput = z.object({ ...one, reason: hung(text(600)) });

/** `words`: the objector's own, when they were not written down with the verdict. */
export const escalateInput = z.object({
  ...one,
  reason: hung(text(1000)),
  words: optionalText(1000),
  shown: shownInput,
});

/** What is shown of it to whoever approves its words. */
export const wordingShown = ({ wording }: { wording: string }): Shown => ({ wording });

interface Answered {
  wording: string;
  answerKind: string | null;
  answer: string;
  clauseText: string | null;
}

/** What is shown of it to whoever says what they think of the answer. */
export const answerShown = ({ wording, answerKind: kind, answer, clauseText }: Answered): Shown => ({
  wording,
  kind,
  answer: kind && answer,
  clause: kind && clauseText,
});

/** What is shown of it to whoever answers it, for the first time or anew. */
export const deskShown = (row: Omit<Answered, 'clauseText'>): Shown => answerShown({ ...row, clauseText: null });
