import { boardPage } from '@/components/page/board-page';
import { Coming } from '@/features/programmes/components/coming';
import { boardComing } from '@/features/programmes/queries/board';

/** What there is to come to, the next first. */
export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardComing(slug, {});
  return page ? <Coming page={page} slug={slug} locale={locale} /> : null;
});
