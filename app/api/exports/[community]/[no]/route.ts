import { messages } from '@/features/exports/messages';
import { filledBlank } from '@/features/exports/queries/blank';
import { fileOf } from '@/features/exports/queries/file';
import * as to from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { numberFrom } from '@/lib/page';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ community: string; no: string }> };

/** `GET /api/exports/:community/:no`: a sheet, for whoever asked for it, as long as it may be taken. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { community, no } = await params;
  const [person, number] = [await currentPerson(), numberFrom(no)];
  const locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh';
  if (person === null) {
    const back = to.desk(locale, community, 'exports', no);
    return new Response(null, { status: 303, headers: { location: to.signIn(locale, back) } });
  }
  const call = { by: { person }, community };
  const filled = number === undefined ? undefined : await filledBlank(call, number);
  if (filled && !filled.ok)
    return new Response(messages[locale].busy, { status: 503, headers: { 'retry-after': '30' } });
  const file = filled?.value ?? (number === undefined ? undefined : await fileOf(call, number, locale));
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.stream, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  });
}
