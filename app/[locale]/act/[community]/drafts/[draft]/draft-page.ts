import { pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/proposals/messages';
import { ownDraft } from '@/features/proposals/queries/drafts';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The pages of a draft of one's own. */
export const draftPage = pagesOf(['draft'], async ({ locale, community, draft: id, call, form }) => {
  const draft = await ownDraft(call, { id });
  return (
    draft && {
      id,
      draft,
      t: pick(messages, locale),
      at: (...rest: string[]) => to.act(locale, community, 'drafts', id, ...rest),
      form: { ...form, about: { draft: id } },
    }
  );
});
