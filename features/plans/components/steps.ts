import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import { pick } from '@/lib/words';
import { messages } from '../messages';

/** Whose it is, in words. */
const WHOSE = { draft: 'drafter', changes: 'drafter', materiality: 'judges', publication: 'publisher' } as const;

/** Why a step from a draft to a published version is not possible, in words; null when it is. */
export function planReason(step: keyof typeof WHOSE, refusal: Refusal | null, locale: Locale): string | null {
  if (refusal === null) return null;
  const t = pick(messages, locale).desk;
  if (refusal.code === 'not_allowed') return t[WHOSE[step]];
  if (refusal.code === 'first_version') return t.firstVersion;
  if (refusal.code === 'nothing_changed' && step === 'changes') return t.noChanges;
  return inWords(refusal, locale, messages).message;
}
