import { boardPage } from '@/components/page/board-page';
import { ListPage } from '@/features/council/components/list-page';
import { boardList, isList } from '@/features/council/queries/board';

export default boardPage([], async ({ locale, community: slug, params: { list = '' } }) => {
  const page = isList(list) && (await boardList(slug, { list }));
  return page ? <ListPage page={page} slug={slug} locale={locale} /> : null;
});
