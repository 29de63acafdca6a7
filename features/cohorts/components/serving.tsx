import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDays, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Serving as Page, ServedView } from '../queries/public';

function Terms({ all, locale }: { all: readonly ServedView[]; locale: Locale }) {
  const t = pick(messages, locale).serving;
  return (
    <ul className="entries">
      {all.map((one) => (
        <li key={one.from}>
          <Written>{one.name ?? t.unnamed}</Written>{' '}
          <span className="tone-soft">
            {[one.unit, one.post, one.cohort].filter((said) => said !== null && said !== '').join(' · ')}
          </span>
          <p className="crumb">{formatDays(one.from, one.to, locale)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Who serves here now, who is to come, and who was here. */
export function Serving({ page, locale }: { page: Page; locale: Locale }) {
  const t = pick(messages, locale).serving;
  return (
    <>
      <Section title={t.now} id="now">
        {page.now.length === 0 ? <p>{t.nobody}</p> : <Terms all={page.now} locale={locale} />}
      </Section>
      {page.coming.length > 0 && (
        <Section title={t.coming} id="coming">
          <Terms all={page.coming} locale={locale} />
        </Section>
      )}
      {page.earlier.length > 0 && (
        <Section title={t.earlier} id="earlier">
          <Terms all={page.earlier} locale={locale} />
        </Section>
      )}
      {page.district?.slug && (
        <p>
          <a className="tap" href={to.district(locale, page.district.slug)}>
            {t.more(page.district[locale])}
          </a>
        </p>
      )}
    </>
  );
}
