import { boardPage } from '@/components/page/board-page';
import { Keepers } from '@/features/terms/components/keepers';
import { boardKeepers } from '@/features/terms/queries/handover';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardKeepers(slug, { after: null });
  return page && <Keepers page={page} slug={slug} locale={locale} />;
});
