import { Written } from '@/components/data/written';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Repeated } from '../queries/topics';
import { CaseLine } from './case-line';

interface Props {
  repeated: readonly Repeated[];
  slug: string;
  locale: Locale;
}

const SHOWN = 5;

/** Matters that came back, each with how often and the times before. */
export function RepeatList({ repeated, slug, locale }: Props) {
  const t = pick(messages, locale).repeats;
  return (
    <ol className="entries">
      {repeated.map(({ latest, earlier, times }) => (
        <li key={latest.no}>
          <h2>
            <a className="tap" href={to.desk(locale, slug, 'cases', latest.no)}>
              <Written>{latest.title}</Written>
            </a>
          </h2>
          <p>{[t.times(times), placeIn(latest.place, locale), t.also(latest.also)].filter(Boolean).join(' · ')}</p>
          {earlier.length > 0 && (
            <>
              <p>{t.earlier}</p>
              <ul>
                {earlier.slice(0, SHOWN).map((one) => (
                  <CaseLine key={one.no} one={one} slug={slug} locale={locale} says={t.also(one.also)} />
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
