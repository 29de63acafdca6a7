import { z } from 'zod';
import { choice, id, text } from '@/lib/input';

export const proposalInput = z.object({ proposal: id });

export const opposeInput = z.object({ proposal: id, words: text(1000) });

export const answerInput = z.object({
  proposal: id,
  opposition: id,
  outcome: choice(['upheld', 'not_upheld']),
  answer: text(1000),
});

export const returnInput = z.object({ proposal: id, reason: text(1000) });

/** `hash`: of the text that was on the page when somebody decided to sign. */
export const signInput = z.object({ proposal: id, hash: z.string().regex(/^[0-9a-f]{64}$/, 'invalid') });
