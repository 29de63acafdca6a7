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
import { messages } from './messages';

interface Door {
  /** The desk's page of it. */
  page: string;
  words: Messages<{ title: string; send: string }>;
  /** Whether they may bring it in. */
  may: (call: Call) => Promise<boolean>;
  most: number;
}

interface Posted extends Omit<Door, 'most'> {
  /** The sheet's name. */
  sheet: string;
  /** What the form says besides the file; a refusal goes back to the page as its `problem`. */
  said?: (data: FormData, call: Call) => Promise<Refusal | null>;
  /** What was said of headings before. */
  remembered?: (call: Call) => Promise<Remembered>;
}

interface Came {
  person: number;
  community: string;
  call: Call;
  data: FormData;
  bytes: Buffer;
  /** What the file is called. */
  name: string;
  /** Goes on to a page below the desk's page of it. */
  on: (...segments: (string | number)[]) => Response;
  /** Back to that page with what is wrong; not now, where too many are in hand. */
  back: (refusal: Refusal) => Response;
}

const goTo = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/** A file posted as multipart, `community`, `locale`, `file`, by whoever the form was made for and may; and then `take`. */
export async function postFile(
  request: Request,
  { page, words, most, may }: Door,
  take: (came: Came) => Promise<Response>,
): Promise<Response> {
  const from = to.cameFrom(request, null);
  /** Not taken as it is: why, and the way back to where it was sent from. */
  const refused = (status: number, text: (of: Locale) => string): Response => {
    const of = from === '/en' || from.startsWith('/en/') ? 'en' : 'zh';
    const link = { href: from, label: words[of].send };
    return plainPage(status, { locale: of, title: words[of].title, text: text(of), link }, {});
  };
  const inShort = (code: 'foreign_origin' | 'unreadable' | 'not_found') => (of: Locale) =>
    inWords({ code }, of).message;
  if (!(await fromHere())) return refused(403, inShort('foreign_origin'));
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > most + 10_000)
    return refused(413, (of) => messages[of].faults.too_large);
  const person = await currentPerson();
  if (person === null) return goTo(to.signIn(from.startsWith('/en/') ? 'en' : 'zh', from));
  const data = await request.formData().catch(() => undefined);
  if (!data) return refused(400, inShort('unreadable'));
  const locale: Locale = data.get('locale') === 'en' ? 'en' : 'zh';
  const community = String(data.get('community') ?? '');
  const call = { by: { person }, community };
  if (!(await may(call))) return refused(404, inShort('not_found'));
  const href = to.desk(locale, community, page);
  const { title, send } = words[locale];
  if (!isSender(data, person)) {
    // The page was made for somebody else than who is signed in now.
    const now = (await whoSends(community))?.called[locale] ?? '';
    const text = inWords({ code: 'other_person', details: { now } }, locale).message;
    return plainPage(403, { locale, title, text, link: { href, label: send } }, {});
  }
  const back = (refusal: Refusal): Response => {
    if (refusal.code !== 'busy') return goTo(`${href}?problem=${refusal.code}#sheet`);
    const when = { 'retry-after': String(refusal.details?.seconds ?? 60) };
    return plainPage(429, { locale, title, text: inWords(refusal, locale).message, link: { href, label: send } }, when);
  };
  const file = data.get('file');
  const given = file instanceof File ? file : new File([], '');
  return take({
    person,
    community,
    call,
    data,
    back,
    bytes: Buffer.from(await given.arrayBuffer()),
    name: inOneLine(cut(given.name, 120)),
    on: (...segments) => goTo(to.desk(locale, community, page, ...segments)),
  });
}

/**
 * A sheet of records. Reads it, keeps what it read for 24 hours for this person alone, and goes on to the page that says what
 * importing it would do.
 */
export const postSheet = (request: Request, { sheet, said, remembered, ...door }: Posted): Promise<Response> =>
  postFile(request, { ...door, most: MOST_BYTES }, async ({ person, community, call, data, bytes, name, on, back }) => {
    const refused = await said?.(data, call);
    if (refused) return back(refused);
    if (bytes.length === 0) return back({ code: 'empty' });
    const read = await readSheetApart(sheet, bytes, { remembered: await remembered?.(call) });
    if (!read.ok) return back(read.refusal);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await keepSheet({ personId: person, community, sheet, hash, ...read.value, file: name });
    return on(hash);
  });
