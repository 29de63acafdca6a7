import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Appeal, State } from '../rules';

/** What happens next and who does it; of a refusal, how far an appeal against it has come. */
export function nextOf(state: State, appeal: Appeal | null, locale: Locale): string {
  const t = pick(messages, locale);
  return state === 'declined' && appeal ? t.appeals[appeal.kind](formatDate(appeal.at, locale)) : t.next[state];
}
