import { visitCells } from '@/features/reports/components/cells';
import { messages } from '@/features/reports/messages';
import { visitColumns } from '@/features/reports/queries';
import { visitLedger } from '@/features/visits/queries/ledger';
import { monthlySheet } from '@/lib/sheet/monthly';

export const dynamic = 'force-dynamic';

/** `GET /api/visits/:community/:month.xlsx`: the visits of a month as a sheet, for whoever reads them at the desk. */
export const GET = monthlySheet(async (call, asked) => {
  const ledger = await visitLedger(call, { month: asked });
  const layout = await visitColumns(call, {});
  if (!layout || ledger?.month !== asked) return null;
  const t = messages.zh;
  const sheet = {
    name: asked,
    columns: layout.columns.map((column) => ({
      title: t.columns.visits[column],
      kind: column === 'number' || column === 'round' ? ('number' as const) : ('text' as const),
      width: 14,
    })),
    rows: ledger.visits.map((one, at) => {
      const cells = visitCells(one, at, 'zh');
      return layout.columns.map((column) => cells[column]);
    }),
  };
  return { file: `visits-${asked}`, sheets: [sheet] };
});
