import { boardPage } from '@/components/page/board-page';
import { YearPage } from '@/features/year/components/year-page';
import { boardYear } from '@/features/year/queries';

export default boardPage([], async ({ locale, community: slug }) => {
  const of = await boardYear(slug, { year: null });
  return of && <YearPage of={of} slug={slug} locale={locale} />;
});
