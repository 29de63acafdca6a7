import { putBlank } from '@/features/blanks/commands';
import { messages } from '@/features/blanks/messages';
import { blankOfHash, blanksPage } from '@/features/blanks/queries/list';
import { digest } from '@/lib/ledger';
import { readBlankApart } from '@/lib/sheet/apart';
import { MOST_BLANK_BYTES } from '@/lib/sheet/blank/shape';
import { postFile } from '@/lib/sheet/post';

export const dynamic = 'force-dynamic';

/** `POST /api/blanks`: a sheet an office sent, to be filled in. */
export const POST = (request: Request): Promise<Response> =>
  postFile(
    request,
    {
      page: 'blanks',
      words: { zh: messages.zh.put, en: messages.en.put },
      may: async (call) => Boolean(await blanksPage(call, { after: null })),
      most: MOST_BLANK_BYTES,
    },
    async ({ call, bytes, name, on, back }) => {
      if (bytes.length === 0) return back({ code: 'empty' });
      const before = await blankOfHash(call, { hash: digest(bytes) });
      if (before?.no) return on(`${before.no}`);
      const read = await readBlankApart(bytes);
      if (!read.ok) return back(read.refusal);
      const done = await putBlank(call, { name: name || 'xlsx', file: bytes.toString('base64'), layout: read.value });
      return done.ok ? on(done.value.blank) : back(done.refusal);
    },
  );
