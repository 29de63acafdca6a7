import { DataTable } from '@/components/data/table';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/visits/messages';
import { visitSheet } from '@/features/visits/queries/home';
import { formatDate, pick } from '@/lib/words';

/** The visits I am to make, on paper, with room to write. */
export default actPage([], async ({ locale, call }) => {
  const page = await visitSheet(call, {});
  if (!page) return null;
  const t = pick(messages, locale);
  const { columns } = t.sheet;
  const blank = (wide: number) => '\u3000'.repeat(wide);
  return (
    <div className="a4 door-sheet">
      <PageTitle title={`${t.sheet.title} · ${formatDate(page.today, locale)}`} lead={t.sheet.lead} />
      {page.planned.length === 0 ? (
        <Empty text={t.sheet.none} />
      ) : (
        <DataTable
          caption={t.sheet.title}
          headed
          columns={(['door', 'why', 'when', 'said', 'follows'] as const).map((key) => ({ key, label: columns[key] }))}
          rows={page.planned.map((one) => ({
            key: String(one.household),
            cells: {
              door: t.home(one),
              why: `${t.purposes[one.purpose]} · ${t.reasons[one.reason]}`,
              when: blank(5),
              said: blank(9),
              follows: blank(6),
            },
          }))}
        />
      )}
      <p className="crumb no-print also">{t.sheet.hint}</p>
    </div>
  );
});
