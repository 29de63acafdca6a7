import { boardPage } from '@/components/page/board-page';
import { Keepers } from '@/features/terms/components/keepers';
import { boardKeepers } from '@/features/terms/queries/handover';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor: after }) => {
  const page = await boardKeepers(slug, { after });
  return page && <Keepers page={page} slug={slug} locale={locale} />;
});
