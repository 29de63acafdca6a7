import ical, { ICalCalendarMethod } from 'ical-generator';
import { messages } from '@/features/orders/messages';
import { feedOf } from '@/features/orders/queries/feed';
import * as to from '@/lib/addresses';
import { withinLimits } from '@/lib/attempts';
import { callerAddress } from '@/lib/auth';
import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';

const HALF_AN_HOUR = 30 * 60_000;

/** `GET /api/calendar/:community/:secret.ics`: the time limits of whoever the secret belongs to. */
export async function GET(request: Request, { params }: { params: Promise<{ community: string; secret: string }> }) {
  const { community, secret } = await params;
  const held = await withinLimits([{ kind: 'calendar', subject: await callerAddress(), most: 120, seconds: 3600 }]);
  if (!held.ok)
    return new Response(null, { status: 429, headers: { 'retry-after': String(held.refusal.details?.seconds ?? 60) } });
  const found = await feedOf({ by: { visitor: true }, community }, { secret: secret.replace(/\.ics$/, '') });
  if (!found) return new Response(null, { status: 404 });
  const t = messages.zh.feed;
  const site = (env.url ?? new URL(request.url).origin).replace(/\/$/, '');
  const calendar = ical({
    name: t.calendar(found.name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'tongxin', product: 'cases', language: 'ZH' },
    ttl: 3600,
  });
  for (const { no, title, due } of found.items)
    if (due)
      calendar.createEvent({
        id: `${community}-case-${no}`,
        start: new Date(due.getTime() - HALF_AN_HOUR),
        end: due,
        stamp: found.now,
        summary: t.item(no, title),
        url: `${site}${to.desk('zh', community, 'cases', no)}`,
      });
  return new Response(calendar.toString(), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' },
  });
}
