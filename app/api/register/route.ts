import { messages } from '@/features/people/messages';
import { registerAccess } from '@/features/people/queries/register';
import { postSheet } from '@/lib/sheet/post';

export const dynamic = 'force-dynamic';

/** `POST /api/register`: a register to be tried. Saves nothing else. */
export const POST = (request: Request): Promise<Response> =>
  postSheet(request, {
    sheet: 'register',
    page: 'register',
    words: { zh: messages.zh.register, en: messages.en.register },
    may: async (call) => Boolean(await registerAccess(call, undefined)),
  });
