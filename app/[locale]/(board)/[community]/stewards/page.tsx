import { boardPage } from '@/components/page/board-page';
import { StewardBoard } from '@/features/stewards/components/board';
import { boardStewards } from '@/features/stewards/queries/board';
import { communityNamed } from '@/lib/site';

/** Who is my steward, and who is on duty. */
export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardStewards(slug, {});
  if (!page) return null;
  const telephone = (await communityNamed(slug))?.telephone ?? '';
  return <StewardBoard page={page} telephone={telephone} locale={locale} />;
});
