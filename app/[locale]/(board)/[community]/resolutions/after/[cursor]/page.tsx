import { boardPage } from '@/components/page/board-page';
import { ResolutionList } from '@/features/signoff/components/resolution-list';
import { boardResolutions } from '@/features/signoff/queries/resolution';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor: after }) => {
  const page = await boardResolutions(slug, { after });
  return page && <ResolutionList page={page} slug={slug} locale={locale} />;
});
