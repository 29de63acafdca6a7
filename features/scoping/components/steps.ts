import { messages } from '@/features/scoping/messages';
import type { ScopingAct } from '@/features/scoping/policy';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Why an act of scoping is not possible, in words; null when it is. */
export function scopingReason(act: ScopingAct, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const t = pick(messages, locale);
  if (code === 'not_allowed') return t.who[act === 'confirmation' ? 'groups' : act];
  if (code === 'wrong_state') return t.when.scoping;
  const word = (t.refusals as Record<string, unknown>)[code];
  return typeof word === 'string' ? word : code;
}
