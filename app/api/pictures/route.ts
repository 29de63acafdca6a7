import { addPicture } from '@/features/pictures/commands';
import { messages } from '@/features/pictures/messages';
import { isLocalAddress, signIn } from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { door } from '@/lib/door';
import { dropDraft, keepDraft } from '@/lib/drafts';
import { fromHere, inWords, keepHere, MOST_KEPT } from '@/lib/forms';
import { isSender } from '@/lib/mark';
import { inHand, MOST_BYTES, makePicture, type Size } from '@/lib/pictures';
import { plainPage } from '@/lib/plain-page';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { cut, keepable } from '@/lib/text';
import { wordsWithoutFile } from '@/lib/upload';

/** The picture, and room for the other fields of the form. */
const MOST_BODY = MOST_BYTES + 64 * 1024;
/** What is larger still is not even read to its end. */
const MOST_THROWN_AWAY = 4 * MOST_BODY;

const text = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? keepable(value) : '';
};

/** The words of the form. */
function fieldsOf(data: FormData) {
  const named = text(data, 'back');
  return {
    back: isLocalAddress(named) ? named : '/me',
    caption: cut(text(data, 'caption'), MOST_KEPT),
    locale: text(data, 'locale').startsWith('en') ? ('en' as const) : ('zh' as const),
  };
}

async function keepCaption(person: number, { back, caption }: { back: string; caption: string }): Promise<void> {
  if (caption) await keepDraft(person, { path: pathOf(back), values: { caption } });
}

const pathOf = (back: string) => new URL(back, 'http://local').pathname;

/** What the form asks of the command, its picture made small. */
async function askedFor(data: FormData): Promise<Result<{ community: string; raw: unknown }>> {
  const file = data.get('picture');
  if (!(file instanceof File) || file.size === 0) return refuse('picture_missing');
  const made = await makePicture(Buffer.from(await file.arrayBuffer()));
  if (!made.ok) return made;
  const said = { subject: text(data, 'subject'), subjectId: text(data, 'subjectId'), caption: fieldsOf(data).caption };
  const sizes = { small: sized(made.value.small), large: sized(made.value.large) };
  return ok({ community: text(data, 'community'), raw: { ...said, ...sizes } });
}

const sized = ({ data, ...size }: Size) => ({ ...size, data: data.toString('base64') });

/** The page the form stood on. */
function pageOf(request: Request): string | undefined {
  const referer = request.headers.get('referer') ?? '';
  const path = URL.canParse(referer) ? new URL(referer).pathname : undefined;
  return isLocalAddress(path) ? path : undefined;
}

/** The page a form stood on; after a refusal with its code, which the page has words for. */
function returning(back: string, refusal?: Refusal): string {
  const target = new URL(back, 'http://local');
  target.searchParams.delete('picture');
  if (refusal) target.searchParams.set('picture', refusal.code);
  return target.pathname + target.search;
}

/** Back to the page, with the code of a refusal. */
const answer = (back: string, refusal?: Refusal) =>
  new Response(null, { status: 303, headers: { location: returning(back, refusal), 'cache-control': 'no-store' } });

/** There was no place for the picture: what was written beside it is kept, and when to come again is said. */
async function noPlace(request: Request, person: number, refusal: Refusal): Promise<Response> {
  const fields = fieldsOf(await wordsWithoutFile(request));
  await keepCaption(person, fields);
  const status = refusal.code === 'pictures_busy' ? 503 : 429;
  const later = { 'retry-after': String(refusal.details?.seconds ?? 20) };
  const t = messages[fields.locale];
  const link = { href: returning(fields.back, refusal), label: t.upload.backToForm };
  return plainPage(
    status,
    { locale: fields.locale, title: t.upload.failed, text: inWords(refusal, fields.locale).message, link },
    later,
  );
}

/** Off to sign in and back to the form, with what was written beside the picture. */
async function signedOut(request: Request, length: number): Promise<Response> {
  const data = length <= MOST_THROWN_AWAY ? await wordsWithoutFile(request) : undefined;
  const fields = data && fieldsOf(data);
  if (data && fields?.caption) await keepHere(pathOf(fields.back), { caption: fields.caption }, data);
  const back = pageOf(request) ?? fields?.back;
  return answer(signIn(fields?.locale ?? 'zh', back), { code: 'signed_out' });
}

/** A photo straight from a camera may be too large: back to the form, with what was written beside it. */
async function tooLarge(request: Request, person: number): Promise<Response> {
  const fields = fieldsOf(await wordsWithoutFile(request));
  await keepCaption(person, fields);
  return answer(fields.back, { code: 'picture_too_big' });
}

const plain = (status: number, words: string) =>
  new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/**
 * `POST /api/pictures`, multipart: `community`, `subject`, `subjectId`, `caption`, `submission`, `back` and one file
 * `picture`. One picture per post, at most 12 MB; 303 back to the page. 503 when too many pictures are in hand, 429 when
 * too many of one person are, with `Retry-After`; the caption is kept.
 */
export async function POST(request: Request): Promise<Response> {
  return request.headers.get('accept')?.includes('application/json') ? byDoor(request) : byForm(request);
}

/** The same for a program: `Idempotency-Key` instead of `submission`, an answer in JSON. */
const byDoor = door(addPicture, async (request, { person }) => {
  const length = Number(request.headers.get('content-length'));
  if (!(length > 0)) return refuse('length_missing');
  if (length > MOST_BODY) return refuse('too_large');
  const done = await inHand(person, async () => {
    const data = await request.formData().catch(() => undefined);
    return data ? askedFor(data) : refuse('unreadable');
  });
  return done.ok ? done.value : done;
});

async function byForm(request: Request): Promise<Response> {
  if (!(await fromHere())) return plain(403, 'This did not come from a page of this site.\n');
  const length = Number(request.headers.get('content-length'));
  if (!(length > 0)) return plain(411, 'The length of the upload is missing.\n');
  const person = await currentPerson();
  if (person === null) return signedOut(request, length);
  if (length > MOST_THROWN_AWAY) return plain(413, 'The picture is too large: at most 12 MB.\n');
  if (length > MOST_BODY) return tooLarge(request, person);
  const done = await inHand(person, () => take(request, person));
  return done.ok ? done.value : noPlace(request, person, done.refusal);
}

/** Reads the form, makes its picture and puts it where it belongs. */
async function take(request: Request, person: number): Promise<Response> {
  const data = await request.formData().catch(() => undefined);
  if (!data) return plain(400, 'This is no form.\n');
  const { back, caption } = fieldsOf(data);
  const refused = async (refusal: Refusal) => {
    await keepCaption(person, { back, caption });
    return answer(back, refusal);
  };
  if (!isSender(data, person)) return refused({ code: 'other_person' });
  const asked = await askedFor(data);
  if (!asked.ok) return refused(asked.refusal);
  const key = text(data, 'submission');
  const { community, raw } = asked.value;
  const outcome = await addPicture({ by: { person }, community, ...(key && { key }) }, raw);
  if (!outcome.ok) {
    const long = outcome.refusal.fieldErrors?.caption?.startsWith('too_long');
    return refused(long ? { code: 'caption_too_long' } : outcome.refusal);
  }
  await dropDraft(person, { path: pathOf(back) });
  return answer(back);
}
