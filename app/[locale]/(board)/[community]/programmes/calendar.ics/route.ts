import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { messages as meetings } from '@/features/meetings/messages';
import { boardMeetingDays } from '@/features/meetings/queries/board';
import { messages } from '@/features/programmes/messages';
import { boardFeed } from '@/features/programmes/queries/board';
import * as to from '@/lib/addresses';
import { env } from '@/lib/env';
import { localeFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

/** `GET /zhuguang/programmes/calendar.ics`: what is on, and meetings; each date is an event of its own, a cancelled one says so. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; community: string }> }) {
  const { locale: edition, community: slug } = await params;
  const locale = localeFrom(edition);
  const found = await boardFeed(slug, {});
  if (!found) return new Response('Not found.\n', { status: 404, headers: { 'content-type': 'text/plain' } });
  const t = pick(messages, locale);
  const site = (env.url ?? new URL(request.url).origin).replace(/\/$/, '');
  const calendar = ical({
    name: `${locale === 'zh' ? found.nameZh : found.nameEn} · ${t.list.title}`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'tongxin', product: 'programmes', language: locale === 'zh' ? 'ZH' : 'EN' },
    ttl: 3600,
  });
  for (const one of found.occasions)
    calendar.createEvent({
      id: `${slug}-occasion-${one.no}`,
      start: new Date(one.startsAt),
      end: new Date(one.endsAt),
      stamp: found.now,
      summary: one.title,
      location: one.place,
      description: [
        t.kinds[one.kind],
        one.bring && t.line.bring(one.bring),
        one.cancelledAt && t.line.why(one.cancelReason),
      ]
        .filter(Boolean)
        .join('\n'),
      status: one.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: `${site}${to.programmes(locale, slug, one.programme)}`,
    });
  const met = (await boardMeetingDays(slug, {}))?.meetings ?? [];
  for (const one of met)
    calendar.createEvent({
      id: `${slug}-meeting-${one.no}`,
      start: new Date(one.startsAt),
      end: new Date(one.endsAt),
      stamp: found.now,
      summary: one.title,
      location: one.place,
      description: [pick(meetings, locale).board.title, ...one.agenda.map(({ title }) => title), one.cancelReason]
        .filter(Boolean)
        .join('\n'),
      status: one.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: `${site}${to.meetings(locale, slug, one.no)}`,
    });
  return new Response(calendar.toString(), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
