import { messages } from '@/features/people/messages';
import { captainsAccess } from '@/features/people/queries/captains';
import { postSheet } from '@/lib/sheet/post';

export const dynamic = 'force-dynamic';

/** `POST /api/captains`: captains to be tried. Saves nothing else. */
export const POST = (request: Request): Promise<Response> =>
  postSheet(request, {
    sheet: 'captains',
    page: 'captains',
    words: { zh: messages.zh.captains, en: messages.en.captains },
    may: async (call) => Boolean(await captainsAccess(call, undefined)),
  });
