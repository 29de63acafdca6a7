import { pagesOf } from '@/components/page/act-page';
import { messages as proposals } from '@/features/proposals/messages';
import { messages } from '@/features/shortway/messages';
import { askedShort } from '@/features/shortway/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The pages of a small thing at the desk. */
export const shortPage = pagesOf(['no'], async ({ locale, community, no, call, form }) => {
  const asked = await askedShort(call, { no });
  const back = to.desk(locale, community, 'proposals', no);
  return (
    asked && {
      asked,
      t: pick(messages, locale),
      crumb: { href: back, label: asked.facts.title },
      cancel: { href: back, label: pick(proposals, locale).desk.back },
      form: { ...form, about: { proposal: no } },
    }
  );
});
