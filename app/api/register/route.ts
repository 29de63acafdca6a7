import { createHash } from 'node:crypto';
import { messages } from '@/features/people/messages';
import { registerAccess } from '@/features/people/queries/register';
import * as to from '@/lib/addresses';
import { withinPosts } from '@/lib/attempts';
import { callerAddress, currentPerson } from '@/lib/auth';
import type { Locale } from '@/lib/edition';
import { fromHere, inWords } from '@/lib/forms';
import { isSender } from '@/lib/mark';
import { plainPage } from '@/lib/plain-page';
import type { Refusal } from '@/lib/result';
import { readSheetApart } from '@/lib/sheet/apart';
import { keepSheet } from '@/lib/sheet/kept';
import { MOST_BYTES } from '@/lib/sheet/limits';
import { cut, inOneLine } from '@/lib/text';
import { whoSends } from '@/lib/whose';

export const dynamic = 'force-dynamic';

const goTo = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/** Not now: too many in hand, or too many of one person. */
function later(refusal: Refusal, locale: Locale, href: string): Response {
  const { title, send } = messages[locale].register;
  const when = { 'retry-after': String(refusal.details?.seconds ?? 60) };
  return plainPage(429, { locale, title, text: inWords(refusal, locale).message, link: { href, label: send } }, when);
}

/** The page was made for somebody else than who is signed in now. */
async function forAnother(community: string, locale: Locale, href: string): Promise<Response> {
  const { title, send } = messages[locale].register;
  const now = (await whoSends(community))?.called[locale] ?? '';
  const text = inWords({ code: 'other_person', details: { now } }, locale).message;
  return plainPage(403, { locale, title, text, link: { href, label: send } }, {});
}

/**
 * `POST /api/register`, multipart: `community`, `locale`, `file`. Reads the sheet, keeps what it read for 24 hours for
 * this person alone, and goes on to the page that says what importing it would do. Saves nothing else.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await fromHere())) return new Response('foreign origin', { status: 403 });
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MOST_BYTES + 10_000)
    return new Response('too large', { status: 413 });
  const person = await currentPerson();
  if (person === null) return goTo(to.signIn('zh', '/me'));
  const data = await request.formData().catch(() => undefined);
  if (!data) return new Response('no form', { status: 400 });
  const locale = data.get('locale') === 'en' ? 'en' : 'zh';
  const community = String(data.get('community') ?? '');
  if (!(await registerAccess({ by: { person }, community }, undefined)))
    return new Response('not found', { status: 404 });
  const file = data.get('file');
  const page = to.desk(locale, community, 'register');
  if (!isSender(data, person)) return forAnother(community, locale, page);
  const held = await withinPosts({ person, address: await callerAddress() });
  if (!held.ok) return later(held.refusal, locale, page);
  if (!(file instanceof File) || file.size === 0) return goTo(`${page}?problem=empty`);
  const bytes = Buffer.from(await file.arrayBuffer());
  const read = await readSheetApart('register', bytes);
  if (!read.ok && read.refusal.code === 'busy') return later(read.refusal, locale, page);
  if (!read.ok) return goTo(`${page}?problem=${read.refusal.code}`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const kept = { personId: person, community, sheet: 'register', hash };
  await keepSheet({ ...kept, ...read.value, file: inOneLine(cut(file.name, 120)) });
  return goTo(to.desk(locale, community, 'register', hash));
}
