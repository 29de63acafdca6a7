import { boardPage } from '@/components/page/board-page';
import { RepairList } from '@/features/repairs/components/repair-list';
import { boardRepairs } from '@/features/repairs/queries/list';
import { WorksList } from '@/features/works/components/works-list';
import { boardWorksList } from '@/features/works/queries/list';
import * as to from '@/lib/addresses';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardWorksList(slug, {});
  const homes = await boardRepairs(slug, {});
  if (!page || !homes) return null;
  const [href, after] = [(no: number) => to.works(locale, slug, no), (no: number) => to.worksAfter(locale, slug, no)];
  return (
    <>
      <WorksList page={page} locale={locale} href={href} after={after} />
      <RepairList repairs={homes.repairs} href={(no) => to.proposal(locale, slug, no)} locale={locale} />
    </>
  );
});
