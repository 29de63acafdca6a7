import type { CaseState } from '@/db/words/orders';
import type { Locale } from '@/lib/edition';
import { formatUntil, pick } from '@/lib/words';
import { messages } from '../messages';

/** What comes by then: first it is given to somebody, and whoever has it answers. */
export function untilOf(state: CaseState, due: string | Date, locale: Locale): string {
  const { mine } = pick(messages, locale);
  return (state === 'received' ? mine.givenBy : mine.until)(formatUntil(due, locale));
}
