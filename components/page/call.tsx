import { messages } from '@/components/page/messages';
import { act, leaflet, ring } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';

/** A telephone that is answered; where somebody has to do with several communities, whose it is. */
export interface Telephone {
  name?: string;
  telephone: string;
}

interface Props {
  telephones?: readonly Telephone[];
  slug?: string;
  /** Where one of several communities is chosen first. */
  choose?: string;
  locale: Locale;
}

/**
 * Whom to turn to, on every page in large print: the telephone (of each community, where there are several), and the captain who
 * comes to the door. What the page asks comes first; this stays in reach below it.
 */
export function Call({ telephones = [], slug, choose, locale }: Props) {
  const t = messages[locale].call;
  return (
    <p className="call no-print">
      {telephones.length === 0 && (
        <a className="btn btn-ghost" href={`${leaflet(locale, 'help')}#telephones`}>
          {t.numbers}
        </a>
      )}
      {telephones.map(({ name, telephone }) => (
        <a key={telephone} className="btn btn-ghost" href={ring(telephone)}>
          {name ? t.ringOf(name) : t.ring}
          <small>{telephone}</small>
        </a>
      ))}
      <a
        className="btn btn-ghost"
        href={choose ?? (slug ? act(locale, slug, 'invitation') : `${leaflet(locale, 'help')}#visit`)}
      >
        {t.visit}
      </a>
    </p>
  );
}
