import { deskMonth } from '@/features/figures/queries/month';
import { printed } from '@/features/reports/components/report';
import { messages } from '@/features/reports/messages';
import { reportColumns } from '@/features/reports/queries';
import { reportRows } from '@/features/reports/rules';
import { signIn } from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { writeXlsx } from '@/lib/sheet/write';

export const dynamic = 'force-dynamic';

/** `GET /api/figures/:community/:month.xlsx`: the monthly report as a sheet, for whoever reads it at the desk. */
export async function GET(_: Request, { params }: { params: Promise<{ community: string; month: string }> }) {
  const { community, month: file } = await params;
  const person = await currentPerson();
  if (person === null)
    return new Response(null, { status: 303, headers: { location: signIn('zh', `/desk/${community}`) } });
  const call = { by: { person }, community };
  const month = await deskMonth(call, { month: file.replace(/\.xlsx$/, '') });
  const layout = await reportColumns(call, {});
  if (!month || !layout) return new Response(null, { status: 404 });
  const t = messages.zh;
  const sheet = writeXlsx({
    name: month.month,
    columns: layout.columns.map((column) => ({
      title: t.columns[column],
      kind: column === 'unit' ? 'text' : 'number',
      width: column === 'unit' ? 28 : 12,
    })),
    rows: reportRows(month.units, month.together).map((row) =>
      layout.columns.map((column) => {
        const value = row.cells[column];
        return typeof value === 'number' ? value : printed(row, column, 'zh');
      }),
    ),
  });
  return new Response(sheet, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${community}-${month.month}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
