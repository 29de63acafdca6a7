import { boardPage } from '@/components/page/board-page';
import { ResolutionList } from '@/features/signoff/components/resolution-list';
import { boardResolutions } from '@/features/signoff/queries/resolution';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardResolutions(slug, { after: null });
  return page && <ResolutionList page={page} slug={slug} locale={locale} />;
});
