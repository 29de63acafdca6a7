import { boardPage } from '@/components/page/board-page';
import { Library } from '@/features/playbooks/components/library';
import { boardPlaybooks } from '@/features/playbooks/queries/board';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardPlaybooks(slug, { after: null });
  return page && <Library {...page} of={null} slug={slug} locale={locale} />;
});
