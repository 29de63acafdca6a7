import { CircleDrawing, CircleLegend } from '@/components/circle/circle';
import { Written } from '@/components/data/written';
import type { Home } from '@/features/front/queries/home';
import { AGREED, circleSentences, drawn } from '@/features/story/components/story-circle';
import { messages } from '@/features/story/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatList, pick } from '@/lib/words';

interface Props {
  talked: Home['talked'];
  locale: Locale;
  slug: string;
}

/** How far apart people are, matter by matter: a circle, and a line for each group. */
export function HomeCircles({ talked, locale, slug }: Props) {
  if (talked.length === 0) return null;
  const t = pick(messages, locale);
  const all = talked.map((one) => ({ one, ...drawn(one, locale) }));
  return (
    <>
      <CircleLegend
        rounds={all.flatMap(({ rounds }) => rounds)}
        kindNames={t.circle.kinds}
        locale={locale}
        id="legend"
        own
      />
      <ul className="front-circles">
        {all.map(({ one, groups, rounds, last }) => (
          <li key={one.no}>
            {last && groups.length > 0 && (
              <CircleDrawing
                id={`circle-${one.no}`}
                rounds={rounds}
                groups={groups}
                title={t.circle.title(
                  formatList(
                    groups.map(({ name }) => name),
                    locale,
                  ),
                )}
                description={t.circle.join(circleSentences(one, locale))}
                centre={{ word: t.circle.centre, note: t.rounds.nth(last.k) }}
                agreed={AGREED.includes(one.state)}
              />
            )}
            <div>
              <h3>
                <a href={to.proposal(locale, slug, one.no)}>
                  <Written>{one.title}</Written>
                </a>
              </h3>
              {circleSentences(one, locale).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
