import { messages } from '@/features/clock/messages';
import { waitingOf } from '@/features/clock/queries';
import { type Stop, snowOf, stopsOf } from '@/features/clock/rules';
import type { Locale } from '@/lib/edition';
import { communityNamed } from '@/lib/site';
import { formatDate, formatUntil, pick } from '@/lib/words';

const whenOf = ({ name, at }: Stop, locale: Locale) =>
  name === 'round_end' || name === 'notice_end' ? formatUntil(at, locale) : formatDate(at, locale);

/** What day it is in this community of a demonstration, and buttons that move its clock; nothing anywhere else. */
export async function Clock({ slug, locale }: { slug: string; locale: Locale }) {
  const waiting = waitingOf(await communityNamed(slug));
  if (!waiting) return null;
  const t = pick(messages, locale);
  return (
    <form method="post" action="/api/clock" className="clock">
      <details>
        <summary>
          <span>{t.today(formatDate(waiting.now, locale))}</span> <span>{t.on}</span>
        </summary>
        <p>{t.lead}</p>
        <input type="hidden" name="community" value={slug} />
        <input type="hidden" name="locale" value={locale} />
        {stopsOf(waiting).map((stop) => (
          <button key={stop.name} type="submit" className="btn btn-ghost" name="to" value={stop.name}>
            {t.stops[stop.name](whenOf(stop, locale), formatDate(snowOf(stop), locale))}
          </button>
        ))}
      </details>
    </form>
  );
}
