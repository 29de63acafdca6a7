import { z } from 'zod';
import { choice, id, list, optionalText, text } from '@/lib/input';
import { ANSWERS, GROUNDS, WEIGHTS } from './rules';

const orNothing = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), item.optional());

/** `objection` is its number in the proposal, here and below. */
const one = { proposal: id, objection: id };

export const drawInput = z.object({
  proposal: id,
  opinions: list(id),
  ground: choice(GROUNDS),
  weight: choice(WEIGHTS),
  wording: text(120),
});

export const mergeInput = z.object({ ...one, into: id });

export const acknowledgeInput = z.object(one);

export const answerInput = z.object({
  ...one,
  kind: choice(ANSWERS),
  clause: orNothing(id),
  answer: text(600),
});

/** Without `household`: the person's own. With it and `provenance`: written down at the door. */
const spoken = { ...one, household: orNothing(id), provenance: optionalText(300) };

export const wordingInput = z.object(spoken);

export const verdictInput = z.object({
  ...spoken,
  verdict: choice(['settled', 'maintained', 'withdrawn']),
  words: optionalText(600),
});

export const tryInput = z.object({ ...one, household: id });

export const reopenInput = z.object({ ...one, reason: text(600) });

export const escalateInput = z.object({ ...one, reason: text(1000) });
