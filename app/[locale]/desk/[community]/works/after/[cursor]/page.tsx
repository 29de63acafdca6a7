import { actPage } from '@/components/page/act-page';
import { WorksList } from '@/features/works/components/works-list';
import { deskWorksList } from '@/features/works/queries/list';
import * as to from '@/lib/addresses';

export default actPage(['cursor'], async ({ locale, community, cursor: after, call }) => {
  const page = await deskWorksList(call, { after });
  if (!page) return null;
  return (
    <WorksList
      page={page}
      locale={locale}
      href={(no) => to.desk(locale, community, 'works', no)}
      previous={to.desk(locale, community, 'works')}
      after={(no) => to.desk(locale, community, 'works', 'after', no)}
    />
  );
});
