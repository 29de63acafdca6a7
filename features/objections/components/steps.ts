import { messages } from '@/features/objections/messages';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import { pick } from '@/lib/words';

/** Why an act with an objection at the desk is not possible, in words; null when it is. */
export function objectionReason(refusal: Refusal | null, locale: Locale, whose?: string): string | null {
  if (refusal === null) return null;
  if (refusal.code === 'not_allowed') return whose ?? pick(messages, locale).desk.who;
  return inWords(refusal, locale, messages).message;
}
