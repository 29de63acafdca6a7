import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { TermForms } from '@/features/cohorts/components/people';
import { messages } from '@/features/cohorts/messages';
import { cohortPage } from '@/features/cohorts/queries/desk';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { formatDate, pick } from '@/lib/words';

export default mePage(async ({ locale, person, params }) => {
  const district = params.district ?? '';
  const [no, community, id] = [params.no, params.community, params.term].map((one) => numberFrom(one ?? ''));
  const cohort = no ? await cohortPage(person, { district, no }) : undefined;
  const term = cohort?.posted.find((one) => one.community === community && one.term === id && !one.over);
  const place = cohort?.places.find((one) => one.id === community);
  if (!cohort?.chooses || !term || !place) return null;
  const t = pick(messages, locale).term;
  return (
    <>
      <PageTitle
        crumb={<a href={to.office(locale, district, 'cohorts', cohort.no)}>{cohort.name}</a>}
        title={t.title(term.name, locale === 'zh' ? place.nameZh : place.nameEn)}
        lead={t.lead(formatDate(term.from, locale), formatDate(term.to, locale))}
      />
      <TermForms term={term} cohort={cohort} district={district} locale={locale} />
    </>
  );
});
