import { messages } from '@/components/page/messages';
import { act, leaflet, ring } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';

/**
 * Whom to turn to, on every page in large print: the telephone, and the captain who comes to the door. What the page asks
 * comes first; this stays in reach below it.
 */
export function Call({ telephone, slug, locale }: { telephone?: string; slug?: string; locale: Locale }) {
  const t = messages[locale].call;
  return (
    <p className="call no-print">
      {telephone && (
        <a className="btn btn-ghost" href={ring(telephone)}>
          {t.telephone(telephone)}
        </a>
      )}
      <a className="btn btn-ghost" href={slug ? act(locale, slug, 'invitation') : `${leaflet(locale, 'help')}#visit`}>
        {t.visit}
      </a>
    </p>
  );
}
