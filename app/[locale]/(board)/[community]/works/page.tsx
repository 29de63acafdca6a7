import { boardPage } from '@/components/page/board-page';
import { WorksList } from '@/features/works/components/works-list';
import { boardWorksList } from '@/features/works/queries/list';
import * as to from '@/lib/addresses';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardWorksList(slug, {});
  if (!page) return null;
  const [href, after] = [(no: number) => to.works(locale, slug, no), (no: number) => to.worksAfter(locale, slug, no)];
  return <WorksList page={page} locale={locale} href={href} after={after} />;
});
