import { messages } from '@/components/page/messages';
import { Digits } from '@/components/page/telephone';
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

/** Where the telephones of several communities stand on the page itself. */
const NUMBERS = 'numbers';

/**
 * Whom to turn to, on every page in large print: the telephone, and the captain who comes to the door. What the page asks comes
 * first; this stays in reach below it, in two lines at most: telephones with the names of their communities are listed above it,
 * and it leads there.
 */
export function Call({ telephones = [], slug, choose, locale }: Props) {
  const t = messages[locale].call;
  const [only] = telephones;
  const isListed = telephones.length > 1 || !!only?.name;
  return (
    <>
      {isListed && (
        <ul id={NUMBERS} className="ways no-print">
          {telephones.map(({ name = '', telephone }) => (
            <li key={telephone}>
              <a className="tap" href={ring(telephone)}>
                {t.ringOf(name)} <Digits number={telephone} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="call no-print">
        {only && !isListed ? (
          <a className="btn btn-ghost" href={ring(only.telephone)}>
            {t.ring}
            <small>
              <Digits number={only.telephone} />
            </small>
          </a>
        ) : (
          <a className="btn btn-ghost" href={isListed ? `#${NUMBERS}` : `${leaflet(locale, 'help')}#telephones`}>
            {isListed ? t.ring : t.numbers}
          </a>
        )}
        <a
          className="btn btn-ghost"
          href={choose ?? (slug ? act(locale, slug, 'invitation') : `${leaflet(locale, 'help')}#visit`)}
        >
          {t.visit}
        </a>
      </p>
    </>
  );
}
