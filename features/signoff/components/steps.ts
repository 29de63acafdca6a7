import { messages } from '@/features/signoff/messages';
import type { SignoffAct } from '@/features/signoff/queries';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Why an act of the sign-off is not possible, in words; null when it is. */
export function signoffReason(act: SignoffAct, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const t = pick(messages, locale);
  if (code === 'not_allowed') return t.who[act];
  if (code === 'wrong_state') return t.when[act];
  const word = t.refusals[code];
  return typeof word === 'string' ? word : code;
}
