import { createHash } from 'node:crypto';
import { registerAccess } from '@/features/people/queries';
import { keptSheet, readRegister } from '@/features/people/rules';
import * as to from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { keepDraft } from '@/lib/drafts';
import { fromHere } from '@/lib/forms';
import { MOST_BYTES, readSheetRows, SheetError } from '@/lib/sheet';

export const dynamic = 'force-dynamic';

const goTo = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
const LISTED = 200;

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
  const data = await request.formData();
  const locale = data.get('locale') === 'en' ? 'en' : 'zh';
  const community = String(data.get('community') ?? '');
  if (!(await registerAccess({ by: { person }, community }, undefined)))
    return new Response('not found', { status: 404 });
  const file = data.get('file');
  const page = to.desk(locale, community, 'register');
  if (!(file instanceof File) || file.size === 0) return goTo(`${page}?problem=empty`);
  const bytes = Buffer.from(await file.arrayBuffer());
  try {
    const { rows, problems } = readRegister(await readSheetRows(bytes));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const values = {
      file: file.name.slice(0, 120),
      rows: problems.length > 0 ? '' : JSON.stringify(rows),
      problems: JSON.stringify(problems.slice(0, LISTED)),
      total: String(problems.length),
    };
    await keepDraft(person, { path: keptSheet(community, hash), values });
    return goTo(to.desk(locale, community, 'register', hash));
  } catch (error) {
    if (error instanceof SheetError) return goTo(`${page}?problem=${error.code}`);
    throw error;
  }
}
