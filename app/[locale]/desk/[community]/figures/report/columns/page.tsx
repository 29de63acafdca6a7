import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Act } from '@/features/proposals/components/act';
import { arrangeReport } from '@/features/reports/actions';
import { PLACES } from '@/features/reports/input';
import { messages } from '@/features/reports/messages';
import { reportColumns } from '@/features/reports/queries';
import { REPORT_COLUMNS } from '@/features/reports/rules';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const layout = await reportColumns(call, {});
  if (!layout?.mayArrange) return null;
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'figures', 'report');
  const options = REPORT_COLUMNS.map((value) => ({ value, label: t.columns[value] }));
  return (
    <Act crumb={{ href: back, label: t.go }} title={t.arrange} lead={t.lead}>
      <KeptForm
        {...form}
        action={arrangeReport}
        submitLabel={t.submit}
        cancel={{ href: back, label: t.back }}
        fields={PLACES.map((name, at) => ({
          kind: 'select' as const,
          name,
          label: t.place(at + 1),
          hint: t.leftOut,
          options,
          defaultValue: layout.columns[at] ?? '',
        }))}
      />
    </Act>
  );
});
