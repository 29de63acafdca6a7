import { boardPage } from '@/components/page/board-page';
import { PlaybookPage } from '@/features/playbooks/components/page';
import { libraryPlaybook } from '@/features/playbooks/queries/library';
import * as to from '@/lib/addresses';

export default boardPage(['playbook'], async ({ locale, playbook }) => {
  const one = await libraryPlaybook({ id: playbook });
  return one && <PlaybookPage one={one} back={to.library(locale)} locale={locale} />;
});
