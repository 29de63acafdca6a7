import { exportOfMe } from '@/features/account/queries';
import { signIn } from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';

export const dynamic = 'force-dynamic';

/** `GET /api/me/export`: everything kept about whoever is signed in, as a JSON file. */
export async function GET(): Promise<Response> {
  const personId = await currentPerson();
  if (personId === null) return new Response(null, { status: 303, headers: { location: signIn('zh', '/me/data') } });
  const body = JSON.stringify(await exportOfMe(personId, undefined), null, 2);
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="tongxin-my-data.json"',
      'cache-control': 'no-store',
    },
  });
}
