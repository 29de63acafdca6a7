import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { Published } from '@/features/cohorts/components/published';
import { messages } from '@/features/cohorts/messages';
import { publicDistrict } from '@/features/cohorts/queries/public';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, params, no }) => {
  const district = params.district ?? '';
  const page = await publicDistrict({ district, no });
  if (!page?.cohort) return null;
  const { cohort } = page;
  const name = locale === 'zh' ? page.district.nameZh : page.district.nameEn;
  return (
    <>
      <PageTitle
        crumb={<a href={to.district(locale, district)}>{pick(messages, locale).open.title(name)}</a>}
        title={cohort.name}
      />
      <Published cohort={cohort} district={district} locale={locale} />
    </>
  );
});
