import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Basis } from '@/features/cohorts/components/basis';
import { NextStep, Places, stateOf } from '@/features/cohorts/components/cohort';
import { CohortContents, Comparison } from '@/features/cohorts/components/comparison';
import { Sealing } from '@/features/cohorts/components/sealing';
import { messages } from '@/features/cohorts/messages';
import { cohortPage } from '@/features/cohorts/queries/desk';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { formatDate, pick } from '@/lib/words';

export default mePage(async ({ locale, person, params }) => {
  const district = params.district ?? '';
  const no = numberFrom(params.no ?? '');
  const cohort = no ? await cohortPage(person, { district, no }) : undefined;
  if (!cohort) return null;
  const t = pick(messages, locale).cohorts;
  const about = { cohort, district, may: cohort.chooses, locale };
  const state = stateOf({ ...cohort, approved: cohort.approvedAt !== null, withdrawn: cohort.withdrawn !== null });
  return (
    <>
      <PageTitle
        crumb={<a href={to.office(locale, district, 'cohorts')}>{t.title}</a>}
        title={cohort.name}
        state={{ text: t.states[state] }}
        lead={t.line(cohort.places.length, formatDate(cohort.from, locale), formatDate(cohort.to, locale))}
      />
      <Sealing cohort={cohort} locale={locale} />
      {cohort.draft && <Basis cohort={cohort} locale={locale} withdrawn={cohort.withdrawn !== null} />}
      <NextStep {...about} />
      {!cohort.draft && <CohortContents cohort={cohort} locale={locale} />}
      {!cohort.withdrawn && <Comparison cohort={cohort} locale={locale} />}
      {!cohort.draft && <Basis cohort={cohort} locale={locale} />}
      <Places {...about} />
    </>
  );
});
