import { createHash } from 'node:crypto';
import * as to from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import type { Locale } from '@/lib/edition';
import { fromHere, inWords } from '@/lib/forms';
import type { Call } from '@/lib/gate';
import { isSender } from '@/lib/mark';
import { plainPage } from '@/lib/plain-page';
import type { Refusal } from '@/lib/result';
import { cut, inOneLine } from '@/lib/text';
import { whoSends } from '@/lib/whose';
import type { Messages } from '@/lib/words';
import { readSheetApart } from './apart';
import type { Remembered } from './heading';
import { keepSheet } from './kept';
import { MOST_BYTES } from './limits';

interface Posted {
  /** The sheet's name, and the desk's page of it. */
  sheet: string;
  page: string;
  words: Messages<{ title: string; send: string }>;
  /** Whether they may bring it in. */
  may: (call: Call) => Promise<boolean>;
  /** What the form says besides the file; a refusal goes back to the page as its `problem`. */
  said?: (data: FormData, call: Call) => Promise<Refusal | null>;
  /** What was said of headings before. */
  remembered?: (call: Call) => Promise<Remembered>;
}

const goTo = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/**
 * A sheet posted as multipart: `community`, `locale`, `file`. Reads it, keeps what it read for 24 hours for this person alone, and goes
 * on to the page that says what importing it would do.
 */
export async function postSheet(request: Request, { sheet, page, words, ...may }: Posted): Promise<Response> {
  if (!(await fromHere())) return new Response('foreign origin', { status: 403 });
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MOST_BYTES + 10_000)
    return new Response('too large', { status: 413 });
  const person = await currentPerson();
  if (person === null) return goTo(to.signIn('zh', '/me'));
  const data = await request.formData().catch(() => undefined);
  if (!data) return new Response('no form', { status: 400 });
  const locale: Locale = data.get('locale') === 'en' ? 'en' : 'zh';
  const community = String(data.get('community') ?? '');
  const call = { by: { person }, community };
  if (!(await may.may(call))) return new Response('not found', { status: 404 });
  const href = to.desk(locale, community, page);
  const { title, send } = words[locale];
  /** Not now: too many in hand. */
  const later = (refusal: Refusal): Response => {
    const when = { 'retry-after': String(refusal.details?.seconds ?? 60) };
    return plainPage(429, { locale, title, text: inWords(refusal, locale).message, link: { href, label: send } }, when);
  };
  if (!isSender(data, person)) {
    // The page was made for somebody else than who is signed in now.
    const now = (await whoSends(community))?.called[locale] ?? '';
    const text = inWords({ code: 'other_person', details: { now } }, locale).message;
    return plainPage(403, { locale, title, text, link: { href, label: send } }, {});
  }
  const refused = await may.said?.(data, call);
  if (refused) return goTo(`${href}?problem=${refused.code}`);
  const file = data.get('file');
  if (!(file instanceof File) || file.size === 0) return goTo(`${href}?problem=empty`);
  const bytes = Buffer.from(await file.arrayBuffer());
  const read = await readSheetApart(sheet, bytes, await may.remembered?.(call));
  if (!read.ok && read.refusal.code === 'busy') return later(read.refusal);
  if (!read.ok) return goTo(`${href}?problem=${read.refusal.code}`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await keepSheet({ personId: person, community, sheet, hash, ...read.value, file: inOneLine(cut(file.name, 120)) });
  return goTo(to.desk(locale, community, page, hash));
}
