import { boardPage } from '@/components/page/board-page';
import { LeafPage } from '@/features/ledger/components/leaves';
import { boardRecord } from '@/features/ledger/queries';

export default boardPage([], async ({ locale, community }) => {
  const page = await boardRecord(community, {});
  return page && <LeafPage page={page} slug={community} locale={locale} />;
});
