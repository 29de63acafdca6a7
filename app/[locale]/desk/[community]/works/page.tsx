import { actPage } from '@/components/page/act-page';
import { WorksList } from '@/features/works/components/works-list';
import { deskWorksList } from '@/features/works/queries/list';
import * as to from '@/lib/addresses';

export default actPage([], async ({ locale, community, call }) => {
  const page = await deskWorksList(call, {});
  if (!page) return null;
  return (
    <WorksList
      page={page}
      locale={locale}
      href={(no) => to.desk(locale, community, 'works', no)}
      after={(no) => to.desk(locale, community, 'works', 'after', no)}
    />
  );
});
