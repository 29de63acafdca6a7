import { addPicture } from '@/features/pictures/commands';
import { isLocalAddress, signIn } from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { dropDraft, keepDraft } from '@/lib/drafts';
import { fromHere } from '@/lib/forms';
import { MOST_BYTES, makePicture, type Size } from '@/lib/pictures';
import type { Refusal } from '@/lib/result';

/** The picture, and room for the other fields of the form. */
const MOST_BODY = MOST_BYTES + 64 * 1024;

const text = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

const sized = ({ data, ...size }: Size) => ({ ...size, data: data.toString('base64') });

/** The page the form stood on. */
function pageOf(request: Request): string | undefined {
  const referer = request.headers.get('referer') ?? '';
  const path = URL.canParse(referer) ? new URL(referer).pathname : undefined;
  return isLocalAddress(path) ? path : undefined;
}

/** Back to the page, with the code of a refusal; programs that ask for JSON get a problem (RFC 9457). */
function answer(request: Request, back: string, refusal?: Refusal, status = 422): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (request.headers.get('accept')?.includes('application/json')) {
    headers.set('content-type', refusal ? 'application/problem+json' : 'application/json');
    const body = refusal ? { type: 'about:blank', status, title: refusal.code } : { ok: true };
    return new Response(JSON.stringify(body), { status: refusal ? status : 201, headers });
  }
  const target = new URL(back, 'http://local');
  target.searchParams.delete('picture');
  if (refusal) target.searchParams.set('picture', refusal.code);
  headers.set('location', target.pathname + target.search);
  return new Response(null, { status: 303, headers });
}

const plain = (status: number, words: string) =>
  new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/**
 * `POST /api/pictures`, multipart: `community`, `subject`, `subjectId`, `caption`, `submission`, `back` and one file
 * `picture`. One picture per post, at most 12 MB; 303 back to the page.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await fromHere())) return plain(403, 'This did not come from a page of this site.\n');
  const length = Number(request.headers.get('content-length'));
  if (!(length > 0)) return plain(411, 'The length of the upload is missing.\n');
  const person = await currentPerson();
  if (person === null) return answer(request, signIn('zh', pageOf(request)), { code: 'signed_out' }, 401);
  if (length > MOST_BODY) return plain(413, 'The picture is too large: at most 12 MB.\n');
  const data = await request.formData().catch(() => undefined);
  if (!data) return plain(400, 'This is no form.\n');

  const named = text(data, 'back');
  const back = isLocalAddress(named) ? named : '/me';
  const file = data.get('picture');
  const caption = text(data, 'caption').slice(0, 80);
  const refused = async (refusal: Refusal) => {
    if (caption) await keepDraft(person, { path: back, values: { caption } });
    return answer(request, back, refusal);
  };
  if (!(file instanceof File) || file.size === 0) return refused({ code: 'picture_missing' });
  const made = await makePicture(Buffer.from(await file.arrayBuffer()));
  if (!made.ok) return refused(made.refusal);
  const key = text(data, 'submission');
  const outcome = await addPicture(
    { by: { person }, community: text(data, 'community'), ...(key && { key }) },
    {
      subject: text(data, 'subject'),
      subjectId: text(data, 'subjectId'),
      caption,
      small: sized(made.value.small),
      large: sized(made.value.large),
    },
  );
  if (!outcome.ok) return refused(outcome.refusal);
  await dropDraft(person, { path: back });
  return answer(request, back);
}
