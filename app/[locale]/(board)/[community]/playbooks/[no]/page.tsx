import { boardPage } from '@/components/page/board-page';
import { PlaybookPage } from '@/features/playbooks/components/page';
import { boardPlaybook } from '@/features/playbooks/queries/board';
import * as to from '@/lib/addresses';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const one = await boardPlaybook(slug, { no });
  return one && <PlaybookPage one={one} back={to.playbooks(locale, slug)} locale={locale} />;
});
