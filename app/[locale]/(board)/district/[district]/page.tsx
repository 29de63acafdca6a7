import { boardPage } from '@/components/page/board-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { Coming, OtherCohorts, Published } from '@/features/cohorts/components/published';
import { messages } from '@/features/cohorts/messages';
import { publicDistrict } from '@/features/cohorts/queries/public';
import { Profiles } from '@/features/figures/components/profiles';
import { pick } from '@/lib/words';

export default boardPage([], async ({ locale, params }) => {
  const district = params.district ?? '';
  const page = await publicDistrict({ district });
  if (!page) return null;
  const { cohort, others } = page;
  const t = pick(messages, locale).open;
  return (
    <>
      <PageTitle title={t.title(locale === 'zh' ? page.district.nameZh : page.district.nameEn)} lead={t.lead} />
      <Coming all={page.coming} locale={locale} />
      {cohort ? <h2>{cohort.name}</h2> : <Empty text={t.none} />}
      {cohort && <Published cohort={cohort} district={district} locale={locale} />}
      <OtherCohorts all={others} district={district} locale={locale} />
      <Profiles all={page.profiles} locale={locale} />
    </>
  );
});
