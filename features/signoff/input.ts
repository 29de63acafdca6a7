import { z } from 'zod';
import { PROOFS } from '@/features/opinions/rules';
import { pictureInput } from '@/features/pictures/input';
import { choice, id, optionalLine, optionalText, text } from '@/lib/input';

export const proposalInput = z.object({ proposal: id });

/** Without `household`: the person's own. */
export const opposeInput = z.object({
  proposal: id,
  household: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
  words: text(1000),
});

/** Written down at the door for a household. `witness`: a person's id; or anybody, by `witnessName`. */
export const recordOppositionInput = z.object({
  proposal: id,
  household: id,
  words: text(1000),
  channel: choice(['door', 'paper', 'phone']).default('door'),
  proof: choice(PROOFS),
  witness: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
  witnessName: optionalLine(40),
  photo: pictureInput.optional(),
  message: optionalText(300),
});

/** `opposition`: its id. */
export const answerInput = z.object({
  proposal: id,
  opposition: id,
  answer: text(1000),
  outcome: choice(['upheld', 'not_upheld']),
});

export const returnInput = z.object({ proposal: id, reason: text(1000) });

/** `hash`: of the text the signer read, 64 hexadecimal digits. */
export const signInput = z.object({ proposal: id, hash: z.string().regex(/^[0-9a-f]{64}$/, 'invalid') });
