import { callbacksSheet } from '@/features/cohorts/components/callbacks-sheet';
import { publicDistrict } from '@/features/cohorts/queries/public';
import { writeCsv } from '@/lib/sheet/write';

export const dynamic = 'force-dynamic';

/** `GET /district/fengtai/cohorts/1/callbacks.csv`: what the comparison is made of, as `tongxin cohort` reads it. */
export async function GET(_: Request, { params }: { params: Promise<{ district: string; no: string }> }) {
  const { district, no } = await params;
  const found = /^[1-9]\d{0,8}$/.test(no) ? await publicDistrict({ district, no: Number(no) }) : undefined;
  if (!found?.cohort?.reading)
    return new Response('Not found.\n', { status: 404, headers: { 'content-type': 'text/plain' } });
  return new Response(writeCsv(callbacksSheet(found.cohort)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="callbacks-${no}.csv"`,
      'cache-control': 'no-cache',
    },
  });
}
