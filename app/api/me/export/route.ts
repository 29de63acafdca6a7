import { readable } from '@/features/account/components/readable';
import { exportOfMe } from '@/features/account/queries';
import { signIn } from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { communities } from '@/lib/site';

/** More than one installation has. */
const MOST = 1_000;

export const dynamic = 'force-dynamic';

/**
 * `GET /api/me/export`: everything kept about whoever is signed in, as a JSON file; `?as=zh` or `?as=en`: as text, to be read and
 * printed.
 */
export async function GET(request: Request): Promise<Response> {
  const personId = await currentPerson();
  if (personId === null) return new Response(null, { status: 303, headers: { location: signIn('zh', '/me/data') } });
  const found = await exportOfMe(personId, undefined);
  const as = new URL(request.url).searchParams.get('as');
  if (as === 'zh' || as === 'en')
    // Without the mark some readers on telephones take it for another encoding.
    return new Response(`\ufeff${readable(found, as, await communities(MOST))}`, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="tongxin-my-data.txt"',
        'cache-control': 'no-store',
      },
    });
  const body = JSON.stringify(found, null, 2);
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="tongxin-my-data.json"',
      'cache-control': 'no-store',
    },
  });
}
