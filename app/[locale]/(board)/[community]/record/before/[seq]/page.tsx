import { boardPage } from '@/components/page/board-page';
import { LeafPage } from '@/features/ledger/components/leaves';
import { boardRecord } from '@/features/ledger/queries';

export default boardPage(['seq'], async ({ locale, community, seq: before }) => {
  const page = await boardRecord(community, { before });
  return page && <LeafPage page={page} slug={community} locale={locale} />;
});
