import { messages } from '@/features/mergers/messages';
import type { MergerAct } from '@/features/mergers/policy';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Why an act is not possible, in words; null when it is. */
export function mergerReason(act: MergerAct, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const words: Record<string, string> = pick(messages, locale).blocked;
  return words[act === 'separation' && code === 'wrong_state' ? 'not_merged' : code] ?? code;
}
