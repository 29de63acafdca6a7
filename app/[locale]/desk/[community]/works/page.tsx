import { actPage } from '@/components/page/act-page';
import { RepairList } from '@/features/repairs/components/repair-list';
import { deskRepairs } from '@/features/repairs/queries/list';
import { WorksList } from '@/features/works/components/works-list';
import { deskWorksList } from '@/features/works/queries/list';
import * as to from '@/lib/addresses';

export default actPage([], async ({ locale, community, call }) => {
  const page = await deskWorksList(call, {});
  const homes = await deskRepairs(call, {});
  if (!page || !homes) return null;
  const repair = (no: number) =>
    homes.opens ? to.desk(locale, community, 'proposals', no, 'repair') : to.proposal(locale, community, no);
  return (
    <>
      <WorksList
        page={page}
        locale={locale}
        href={(no) => to.desk(locale, community, 'works', no)}
        after={(no) => to.desk(locale, community, 'works', 'after', no)}
      />
      <RepairList repairs={homes.repairs} href={repair} locale={locale} />
    </>
  );
});
