import { boardPage } from '@/components/page/board-page';
import { Coming } from '@/features/programmes/components/coming';
import { boardComing } from '@/features/programmes/queries/board';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor }) => {
  const page = await boardComing(slug, { after: cursor });
  return page ? <Coming page={page} slug={slug} locale={locale} /> : null;
});
