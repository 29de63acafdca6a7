import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { AnswerForm } from '@/features/diagnosis/components/raised';
import { messages } from '@/features/diagnosis/messages';
import { oneToDistrict, oneToStreet } from '@/features/diagnosis/queries/raised';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

const ways: Partial<Record<string, typeof oneToStreet>> = { street: oneToStreet, district: oneToDistrict };

export default mePage(async ({ locale, person, params }) => {
  const district = params.district ?? '';
  const [community, no] = [numberFrom(params.community ?? ''), numberFrom(params.no ?? '')];
  const read = ways[params.level ?? ''];
  const one = read && community && no ? await read(person, { district, community, no }) : undefined;
  if (!one) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.office(locale, district, 'raised')}>{t.raised.title}</a>}
        title={one.title}
        lead={locale === 'zh' ? one.nameZh : one.nameEn}
      />
      <AnswerForm one={one} level={one.level} district={district} locale={locale} />
    </>
  );
});
