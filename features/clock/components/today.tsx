import { messages } from '@/features/clock/messages';
import { waitingOf } from '@/features/clock/queries';
import type { Locale } from '@/lib/edition';
import { communityNamed } from '@/lib/site';
import { formatDate, pick } from '@/lib/words';

/** What day it is in this community of a demonstration; nothing anywhere else. */
export async function Today({ slug, locale }: { slug: string; locale: Locale }) {
  const waiting = waitingOf(await communityNamed(slug));
  return waiting ? <p>{pick(messages, locale).today(formatDate(waiting.now, locale))}</p> : null;
}
