import { boardPage } from '@/components/page/board-page';
import { MonthSheet } from '@/features/programmes/components/month';
import { boardMonth } from '@/features/programmes/queries/board';
import * as to from '@/lib/addresses';
import { isMonth } from '@/lib/calendar';
import { env } from '@/lib/env';
import { communityNamed } from '@/lib/site';

export default boardPage([], async ({ locale, community: slug, params: { month = '' } }) => {
  const page = isMonth(month) ? await boardMonth(slug, { month }) : undefined;
  if (!page) return null;
  const here = await communityNamed(slug);
  return (
    <MonthSheet
      month={month}
      occasions={page.occasions}
      cut={page.cut}
      name={locale === 'zh' ? page.nameZh : page.nameEn}
      telephone={here?.telephone ?? ''}
      address={`${env.url?.replace(/\/$/, '') ?? ''}${to.programmes(locale, slug)}`}
      locale={locale}
    />
  );
});
