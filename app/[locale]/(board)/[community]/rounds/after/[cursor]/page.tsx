import { boardPage } from '@/components/page/board-page';
import { RoundList } from '@/features/rounds/components/round-list';
import { boardRoundList } from '@/features/rounds/queries';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor: after }) => {
  const page = await boardRoundList(slug, { after });
  return page && <RoundList page={page} slug={slug} locale={locale} first={false} />;
});
