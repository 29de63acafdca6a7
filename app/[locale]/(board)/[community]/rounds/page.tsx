import { boardPage } from '@/components/page/board-page';
import { RoundList } from '@/features/rounds/components/round-list';
import { boardRoundList } from '@/features/rounds/queries';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardRoundList(slug, { after: null });
  return page && <RoundList page={page} slug={slug} locale={locale} first />;
});
