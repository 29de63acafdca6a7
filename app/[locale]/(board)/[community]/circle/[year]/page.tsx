import { boardPage } from '@/components/page/board-page';
import { YearPage } from '@/features/year/components/year-page';
import { boardYear } from '@/features/year/queries';

export default boardPage(['year'], async ({ locale, community: slug, year }) => {
  const of = await boardYear(slug, { year });
  return of && <YearPage of={of} slug={slug} locale={locale} />;
});
