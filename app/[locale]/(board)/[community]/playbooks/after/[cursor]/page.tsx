import { boardPage } from '@/components/page/board-page';
import { Library } from '@/features/playbooks/components/library';
import { boardPlaybooks } from '@/features/playbooks/queries/board';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor: after }) => {
  const page = await boardPlaybooks(slug, { after });
  return page && <Library {...page} of={null} slug={slug} locale={locale} />;
});
