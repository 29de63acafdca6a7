import { boardPage } from '@/components/page/board-page';
import { Library } from '@/features/playbooks/components/library';
import { boardPlaybooksOfKind } from '@/features/playbooks/queries/board';

export default boardPage(['kind'], async ({ locale, community: slug, kind }) => {
  const page = await boardPlaybooksOfKind(slug, { kind });
  return page && <Library playbooks={page.playbooks} next={null} of={page.kind} slug={slug} locale={locale} />;
});
