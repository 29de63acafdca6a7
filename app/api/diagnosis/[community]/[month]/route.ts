import { monthSheets } from '@/features/diagnosis/components/month-sheet';
import { diagnosisMonth } from '@/features/diagnosis/queries/month';
import { monthlySheet } from '@/lib/sheet/monthly';

export const dynamic = 'force-dynamic';

/** `GET /api/diagnosis/:community/:month.xlsx`: the month's matters and figures, for whoever reads them at the desk. */
export const GET = monthlySheet(async (call, month) => {
  const found = await diagnosisMonth(call, { asked: month });
  return found?.month === month ? { file: `diagnosis-${month}`, sheets: monthSheets(found, 'zh') } : null;
});
