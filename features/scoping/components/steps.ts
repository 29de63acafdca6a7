import { messages } from '@/features/scoping/messages';
import type { Locale } from '@/lib/edition';
import type { Refusal } from '@/lib/result';
import { pick } from '@/lib/words';

type ScopingAct = 'groups' | 'confirmation' | 'consultation' | 'gates';

/** Why an act of scoping is not possible, in words; null when it is. */
export function scopingReason(act: ScopingAct, refusal: Refusal | null, locale: Locale): string | null {
  if (refusal === null) return null;
  const { code } = refusal;
  const t = pick(messages, locale);
  if (code === 'not_allowed') return t.who[act === 'confirmation' ? 'groups' : act];
  if (code === 'not_at_this_step') return t.when.scoping;
  const word = (t.refusals as Record<string, unknown>)[code];
  return typeof word === 'string' ? word : code;
}
