import { databaseAnswers } from '@/lib/health';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

/** `GET /api/health`: 200 while the database answers, else 503. */
export async function GET(): Promise<Response> {
  const answers = await databaseAnswers();
  return Response.json(
    { status: answers ? 'ok' : 'unavailable', database: answers ? 'ok' : 'unavailable', version },
    { status: answers ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
