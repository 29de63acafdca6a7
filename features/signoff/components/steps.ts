import type { State } from '@/features/proposals/rules';
import * as acts from '@/features/signoff/acts';
import { messages } from '@/features/signoff/messages';
import type { DeskSignoff } from '@/features/signoff/queries/desk';
import { type Act, whyNot } from '@/lib/act';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import { pick } from '@/lib/words';

type Facts = DeskSignoff['asked']['facts'];

const ACTS = {
  agreement: acts.declareAgreement,
  notice: acts.postNotice,
  opposition: acts.answerAny,
  signature: acts.signResolution,
  return: acts.returnResolution,
} satisfies Record<string, Act<Facts, string>>;
export type SignoffWord = keyof typeof ACTS;

const SIGNED: readonly State[] = ['signed_off', 'building', 'completed', 'verifying', 'verified'];

/** What was done already is not still to come. */
function doneOf(word: SignoffWord, { state }: Pick<Facts, 'state'>, { done }: typeof messages.zh): string | null {
  if (word === 'signature' && SIGNED.includes(state)) return done.signature;
  return word === 'notice' && [...SIGNED, 'noticed'].includes(state) ? done.notice : null;
}

/** Why an act of the sign-off is not possible, in words; null when it is. */
export function signoffReason(word: SignoffWord, { asked }: Pick<DeskSignoff, 'asked'>, locale: Locale): string | null {
  const refusal = whyNot(ACTS[word], asked);
  if (refusal === null) return null;
  const t = pick(messages, locale);
  if (refusal.code === 'not_allowed') return t.who[word];
  if (refusal.code === 'not_at_this_step') return doneOf(word, asked.facts, t) ?? t.when[word];
  return inWords(refusal, locale, messages).message;
}
