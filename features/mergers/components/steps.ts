import { messages } from '@/features/mergers/messages';
import type { Locale } from '@/lib/edition';
import type { Refusal } from '@/lib/result';
import { pick } from '@/lib/words';

/** Why an act is not possible, in words; null when it is. */
export function mergerReason(act: 'merger' | 'separation', refusal: Refusal | null, locale: Locale): string | null {
  if (refusal === null) return null;
  const { code } = refusal;
  const words: Record<string, string> = pick(messages, locale).blocked;
  return words[act === 'separation' && code === 'not_at_this_step' ? 'not_merged' : code] ?? code;
}
