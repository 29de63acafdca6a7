import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Sending } from '@/features/cohorts/components/sending';
import { messages } from '@/features/cohorts/messages';
import { offeredFor } from '@/features/cohorts/queries/candidates';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, params, search }) => {
  const district = params.district ?? '';
  const [no, community] = [numberFrom(params.no ?? ''), numberFrom(params.community ?? '')];
  const find = (search.find ?? '').trim().slice(0, 20);
  const found = no && community ? await offeredFor(person, { district, no, community, find }) : undefined;
  if (!found || !community) return null;
  const { place } = found;
  const t = pick(messages, locale).sending;
  return (
    <>
      <PageTitle
        crumb={<a href={to.office(locale, district, 'cohorts', place.no)}>{place.name}</a>}
        title={t.title(locale === 'zh' ? place.nameZh : place.nameEn)}
        lead={t.lead}
      />
      <Sending found={found} find={find} community={community} district={district} locale={locale} />
    </>
  );
});
