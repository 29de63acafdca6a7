import { goOn } from '@/features/clock/commands';
import { messages } from '@/features/clock/messages';
import { waitingOf } from '@/features/clock/queries';
import { LEGWORK, stopNamed, stopsOf } from '@/features/clock/rules';
import { cameFrom } from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { env } from '@/lib/env';
import { fromHere } from '@/lib/forms';
import { plainPage } from '@/lib/plain-page';
import { communityNamed } from '@/lib/site';
import { run } from './legwork';

export const dynamic = 'force-dynamic';

/**
 * `POST /api/clock` with `community`, `to` (a name of `STOPS`, or `next`) and `locale`: moves the clock of a demonstration on, doing
 * what falls due on the way, and returns to the page; or with `to` of `LEGWORK`: has it done. Not there in production.
 */
export async function POST(request: Request): Promise<Response> {
  if (!env.demonstration) return new Response('not found', { status: 404 });
  if (!(await fromHere())) return new Response('foreign origin', { status: 403 });
  const data = await request.formData().catch(() => new FormData());
  const locale = data.get('locale') === 'en' ? 'en' : 'zh';
  const t = messages[locale];
  const back = cameFrom(request, data.get('back'));
  const person = await currentPerson();
  const link = { href: back, label: t.back };
  const slug = String(data.get('community') ?? '');
  const waiting = waitingOf(await communityNamed(slug));
  const legwork = LEGWORK.find((one) => one === data.get('to'));
  if (waiting && legwork && (await run(legwork, slug)) === 0)
    return plainPage(409, { locale, title: t.idle, text: t.idleLead, link }, {});
  const stop = waiting && stopNamed(stopsOf(waiting), data.get('to'));
  if (stop && !(await goOn(person, stop.at)))
    return plainPage(503, { locale, title: t.stuck, text: t.stuckLead, link }, { 'retry-after': '5' });
  return new Response(null, { status: 303, headers: { location: back, 'cache-control': 'no-store' } });
}
