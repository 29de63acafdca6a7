import { addPicture } from '@/features/pictures/commands';
import { messages } from '@/features/pictures/messages';
import { isPaper } from '@/features/pictures/rules';
import { isLocalAddress, signIn } from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { door } from '@/lib/door';
import { dropDraft, keepDraft } from '@/lib/drafts';
import { fromHere, inWords, keepHere, MOST_KEPT } from '@/lib/forms';
import { isSender } from '@/lib/mark';
import { isPdf } from '@/lib/pdf';
import { checkPdf, inHand, MOST_BYTES, makePicture, type Size } from '@/lib/pictures';
import { plainPage } from '@/lib/plain-page';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { cut, isKeepable, keepable } from '@/lib/text';
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
  const [subject, id] = [text(data, 'subject'), text(data, 'subjectId')];
  return {
    /** Where on the page it stood. */
    form: /^[a-z_]{1,30}$/.test(subject) && /^\d{1,9}$/.test(id) ? `picture-${subject}-${id}` : '',
    back: isLocalAddress(named) ? named : '/me',
    caption: cut(text(data, 'caption'), MOST_KEPT),
    locale: text(data, 'locale').startsWith('en') ? ('en' as const) : ('zh' as const),
  };
}

async function keepCaption(person: number, { back, caption }: { back: string; caption: string }): Promise<void> {
  if (caption) await keepDraft(person, { path: pathOf(back), values: { caption } });
}

const pathOf = (back: string) => new URL(back, 'http://local').pathname;

/** What the form asks of the command, its picture made small, its paper looked through. */
async function askedFor(data: FormData): Promise<Result<{ community: string; raw: unknown }>> {
  // What no database keeps is not silently left out of somebody's words.
  if ([...data.values()].some((one) => typeof one === 'string' && !isKeepable(one)))
    return refuse('unreadable', undefined, { caption: 'unreadable' });
  const file = data.get('picture');
  if (!(file instanceof File) || file.size === 0) return refuse('picture_missing');
  const sent = await sentIn(text(data, 'subject'), Buffer.from(await file.arrayBuffer()));
  if (!sent.ok) return sent;
  const said = { subject: text(data, 'subject'), subjectId: text(data, 'subjectId'), caption: fieldsOf(data).caption };
  return ok({ community: text(data, 'community'), raw: { ...said, ...sent.value } });
}

async function sentIn(subject: string, bytes: Buffer): Promise<Result<Record<string, unknown>>> {
  if (isPaper(subject) && isPdf(bytes)) {
    const looked = await checkPdf(bytes);
    return looked.ok ? ok({ pdf: looked.value.toString('base64') }) : looked;
  }
  const made = await makePicture(bytes);
  return made.ok ? ok({ small: sized(made.value.small), large: sized(made.value.large) }) : made;
}

const sized = ({ data, ...size }: Size) => ({ ...size, data: data.toString('base64') });

/** The page the form stood on. */
function pageOf(request: Request): string | undefined {
  const referer = request.headers.get('referer') ?? '';
  const path = URL.canParse(referer) ? new URL(referer).pathname : undefined;
  return isLocalAddress(path) ? path : undefined;
}

/** The page a form stood on; after a refusal with its code, which the page has words for. */
function returning(back: string, refusal?: Refusal, form = ''): string {
  const target = new URL(back, 'http://local');
  for (const name of ['picture', 'form']) target.searchParams.delete(name);
  if (refusal) target.searchParams.set('picture', refusal.code);
  if (refusal && form) target.searchParams.set('form', form);
  return target.pathname + target.search + (refusal && form ? `#${form}` : '');
}

/** Back to the page, with the code of a refusal. */
const answer = (back: string, refusal?: Refusal, form?: string) =>
  new Response(null, {
    status: 303,
    headers: { location: returning(back, refusal, form), 'cache-control': 'no-store' },
  });

/** There was no place for the picture: what was written beside it is kept, and when to come again is said. */
async function noPlace(request: Request, person: number, refusal: Refusal): Promise<Response> {
  const fields = fieldsOf(await wordsWithoutFile(request));
  await keepCaption(person, fields);
  const status = refusal.code === 'pictures_busy' ? 503 : 429;
  const later = { 'retry-after': String(refusal.details?.seconds ?? 20) };
  const t = messages[fields.locale];
  const link = { href: returning(fields.back, refusal, fields.form), label: t.upload.backToForm };
  return plainPage(
    status,
    { locale: fields.locale, title: t.upload.failed, text: inWords(refusal, fields.locale).message, link },
    later,
  );
}

/** It has what no database keeps: a 400 that says so, and what is left of its words back in the form. */
async function badly(person: number, fields: ReturnType<typeof fieldsOf>, refusal: Refusal): Promise<Response> {
  await keepCaption(person, fields);
  const t = messages[fields.locale];
  const link = { href: returning(fields.back, refusal, fields.form), label: t.upload.backToForm };
  const text = inWords(refusal, fields.locale).message;
  return plainPage(400, { locale: fields.locale, title: t.upload.failed, text, link }, {});
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
  return answer(fields.back, { code: 'picture_too_big' }, fields.form);
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
  const { back, caption, form } = fieldsOf(data);
  const refused = async (refusal: Refusal) => {
    await keepCaption(person, { back, caption });
    return answer(back, refusal, form);
  };
  if (!isSender(data, person)) {
    if (caption) await keepHere(pathOf(back), { caption }, data);
    return answer(back, { code: 'other_person' }, form);
  }
  const asked = await askedFor(data);
  if (!asked.ok && asked.refusal.code === 'unreadable') return badly(person, fieldsOf(data), asked.refusal);
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
