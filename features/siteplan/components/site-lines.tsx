import { Written } from '@/components/data/written';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { deskSites } from '../queries/desk';
import { type Shape, shapesText } from '../rules/shapes';

type Site = NonNullable<Awaited<ReturnType<typeof deskSites>>>[number];

/** An example to write by. */
export function HowToWrite({ title, words, example }: { title: string; words: string; example: readonly string[] }) {
  return (
    <details>
      <summary className="tap">{title}</summary>
      <p>{words}</p>
      <pre className="lines">{example.join('\n')}</pre>
    </details>
  );
}

/** What a drawing made elsewhere has to say of itself. */
export function HowToDraw({ title, words }: { title: string; words: readonly string[] }) {
  return (
    <details>
      <summary className="tap">{title}</summary>
      <ul>
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}

/** The same to read, for whoever cannot see the drawing or wants to check a number. */
export function SiteLines({ shapes, locale }: { shapes: readonly Shape[]; locale: Locale }) {
  return (
    <details>
      <summary className="tap">{pick(messages, locale).desk.asText}</summary>
      <pre className="lines">{shapesText(shapes)}</pre>
    </details>
  );
}

/** So many entrances are named; of the others it is said that there are more. */
const MOST_NAMED = 40;

/** Where the drawing and the register do not know the same. */
export function Gaps({ site, locale }: { site: Pick<Site, 'undrawn' | 'unknown'>; locale: Locale }) {
  const t = pick(messages, locale).desk;
  const and = locale === 'zh' ? '、' : ', ';
  const undrawn = site.undrawn.map(({ building, entrance }) => `${building}-${entrance}`);
  return (
    <>
      {undrawn.length > 0 && (
        <p className="tone-soft">
          <Written>
            {t.undrawn(
              undrawn.length,
              undrawn.slice(0, MOST_NAMED).join(and) + (undrawn.length > MOST_NAMED ? t.andSo : ''),
            )}
          </Written>
        </p>
      )}
      {site.unknown.length > 0 && (
        <p className="tone-ochre">
          <Written>{t.unknown(site.unknown.join(and))}</Written>
        </p>
      )}
    </>
  );
}
