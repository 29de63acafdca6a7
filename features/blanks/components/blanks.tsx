import { Written } from '@/components/data/written';
import { SheetUpload } from '@/components/form/sheet-upload';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { messages as sheets } from '@/lib/sheet/messages';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import type { BlankListed } from '../queries/list';
import { MOST_A_DAY } from '../rules';

interface Props {
  blanks: BlankListed[];
  next: number | null;
  slug: string;
  locale: Locale;
  /** The code of why a sheet was not taken. */
  problem: string | undefined;
}

function problemWords(code: string | undefined, locale: Locale): string | undefined {
  const t = pick(messages, locale);
  const { blanks_enough, blank_known } = t.refusals;
  const words: Record<string, string> = {
    ...sheets[locale].faults,
    ...t.faults,
    too_large: t.large,
    too_many_rows: t.large,
    blanks_enough: blanks_enough({ most: MOST_A_DAY }),
    blank_known,
  };
  return code !== undefined && Object.hasOwn(words, code) ? words[code] : undefined;
}

/** A place to put a sheet in, and those that were. */
export function Blanks({ blanks, next, slug, locale, problem }: Props) {
  const t = pick(messages, locale);
  return (
    <>
      <SheetUpload
        action="/api/blanks"
        words={t.put}
        send={t.put.send}
        community={slug}
        locale={locale}
        problem={problemWords(problem, locale)}
      />
      <Section title={t.list.before}>
        {blanks.length === 0 && <Empty text={t.list.none} />}
        <ul className="entries">
          {blanks.map((one) => (
            <li key={one.no}>
              <a className="tap" href={to.desk(locale, slug, 'blanks', one.no)}>
                <Written>{one.name}</Written>
              </a>
              <p className="tone-soft">
                {[t.list.columns(one.columns), t.list.filled(one.filled), one.by, formatMoment(one.at, locale)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
        {next !== null && (
          <p>
            <a className="tap" rel="next" href={`${to.desk(locale, slug, 'blanks')}?after=${next}`}>
              {t.list.more}
            </a>
          </p>
        )}
      </Section>
    </>
  );
}
