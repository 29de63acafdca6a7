import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';

/** Links to the page before and the page after; nothing when there is neither. */
export function Pager({ previous, next, locale }: { previous?: string; next?: string; locale: Locale }) {
  const t = words(locale);
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={t.pages}>
      {previous ? (
        <a className="tap" rel="prev" href={previous}>
          ← {t.previous}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a className="tap" rel="next" href={next}>
          {t.next} →
        </a>
      )}
    </nav>
  );
}
