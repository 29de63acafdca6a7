import { messages } from '@/features/rounds/messages';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import type { Refusal } from '@/lib/result';

/** Why an act with the rounds of a proposal is not possible, in words; null when it is. */
export function roundReason(act: 'opening' | 'redesign', refusal: Refusal | null, locale: Locale): string | null {
  if (refusal === null) return null;
  const said = act === 'opening' && refusal.code === 'not_allowed' ? { code: 'opened_by' } : refusal;
  return inWords(said, locale, messages).message;
}
