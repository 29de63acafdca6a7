import { actPage } from '@/components/page/act-page';
import { Arrange } from '@/features/reports/components/arrange';
import { reportColumns } from '@/features/reports/queries';
import * as to from '@/lib/addresses';

export default actPage([], async ({ locale, community, call, form }) => {
  const layout = await reportColumns(call, {});
  if (!layout?.mayArrange) return null;
  return <Arrange layout={layout} back={to.desk(locale, community, 'figures', 'report')} form={form} />;
});
