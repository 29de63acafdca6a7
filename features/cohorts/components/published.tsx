import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Compared } from '../moves';
import type { publicDistrict } from '../queries/public';
import { Basis } from './basis';
import { CohortContents, Comparison } from './comparison';

/** A cohort as everybody may read it. */
export function Published({ cohort, district, locale }: { cohort: Compared; district: string; locale: Locale }) {
  const { cohorts: t, sealed } = pick(messages, locale);
  return (
    <article id={`cohort-${cohort.no}`}>
      <p>{t.line(cohort.places.length, formatDate(cohort.from, locale), formatDate(cohort.to, locale))}</p>
      <CohortContents cohort={cohort} locale={locale} />
      <Comparison cohort={cohort} locale={locale} />
      <Basis cohort={cohort} locale={locale} />
      <p>
        <a className="tap" href={to.sealedCohort(locale, district, cohort.no)}>
          {sealed.see}
        </a>
      </p>
      {cohort.reading && (
        <>
          <p>
            <a className="tap" href={to.callbacksOfCohort(district, cohort.no)}>
              {sealed.numbers}
            </a>
          </p>
          <p className="crumb">{sealed.numbersLead}</p>
        </>
      )}
      <Section title={t.places} id="places">
        <details>
          <summary>{t.count(cohort.places.length)}</summary>
          <ul className="entries">
            {cohort.places.map((place) => (
              <li key={place.id}>
                <a className="tap" href={to.community(locale, place.slug)}>
                  {locale === 'zh' ? place.nameZh : place.nameEn}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </Section>
    </article>
  );
}

type Page = NonNullable<Awaited<ReturnType<typeof publicDistrict>>>;

interface Others {
  all: Page['others'];
  district: string;
  locale: Locale;
}

/** What is being prepared: how far, for how many communities; which ones is said once it is published. */
export function Coming({ all, locale }: { all: Page['coming']; locale: Locale }) {
  const { cohorts: t, open } = pick(messages, locale);
  if (all.length === 0) return null;
  return (
    <Section title={open.coming} id="coming">
      <ul className="entries">
        {all.map((one) => (
          <li key={one.name}>
            <b>{one.name}</b> <span className="tone-soft">{t.states[one.approved ? 'approved' : 'drafted']}</span>
            <p className="crumb">{t.line(one.places, formatDate(one.from, locale), formatDate(one.to, locale))}</p>
          </li>
        ))}
      </ul>
      <p className="crumb">{open.comingLead}</p>
    </Section>
  );
}

export function OtherCohorts({ all, district, locale }: Others) {
  const { cohorts: t, open } = pick(messages, locale);
  if (all.length === 0) return null;
  return (
    <Section title={open.others} id="others">
      <ul className="entries">
        {all.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.cohortOfDistrict(locale, district, one.no)}>
              {one.name}
            </a>
            <p className="crumb">{t.line(one.places, formatDate(one.from, locale), formatDate(one.to, locale))}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
