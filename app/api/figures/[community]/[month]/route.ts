import { deskMonth } from '@/features/figures/queries/month';
import { printed } from '@/features/reports/components/report';
import { messages } from '@/features/reports/messages';
import { reportColumns } from '@/features/reports/queries';
import { reportRows } from '@/features/reports/rules';
import { monthlySheet } from '@/lib/sheet/monthly';

export const dynamic = 'force-dynamic';

/** `GET /api/figures/:community/:month.xlsx`: the monthly report as a sheet, for whoever reads it at the desk. */
export const GET = monthlySheet(async (call, asked) => {
  const month = await deskMonth(call, { month: asked });
  const layout = await reportColumns(call, {});
  if (!month || !layout) return null;
  const t = messages.zh;
  const sheet = {
    name: month.month,
    columns: layout.columns.map((column) => ({
      title: t.columns.report[column],
      kind: column === 'unit' ? ('text' as const) : ('number' as const),
      width: column === 'unit' ? 28 : 12,
    })),
    rows: reportRows(month.units, month.together).map((row) =>
      layout.columns.map((column) => {
        const value = row.cells[column];
        return typeof value === 'number' ? value : printed(row, column, 'zh');
      }),
    ),
  };
  const { received, signed, answered, due, inTime, calledBack } = month.orders;
  const told: [string, number][] = [
    [t.orders.received, received],
    [t.orders.signed, signed],
    [t.orders.answered, answered],
    [t.dueOf, due],
    [t.orders.inTime, inTime],
    [t.orders.calledBack, calledBack],
  ];
  const orders = {
    name: t.ordersSheet,
    columns: told.map(([title]) => ({ title, kind: 'number' as const, width: 14 })),
    rows: [told.map(([, count]) => count)],
  };
  return { file: month.month, sheets: [sheet, orders] };
});
