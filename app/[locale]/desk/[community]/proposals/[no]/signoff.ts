import { pagesOf } from '@/components/page/act-page';
import { type SignoffWord, signoffReason } from '@/features/signoff/components/steps';
import { messages } from '@/features/signoff/messages';
import { deskSignoff } from '@/features/signoff/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The page of one act from agreement to signature. */
export const signoffPage = (act: SignoffWord) =>
  pagesOf(['no'], async ({ locale, community, no, call, form }) => {
    const desk = await deskSignoff(call, { no });
    const w = pick(messages, locale);
    return (
      desk && {
        desk,
        w,
        title: w.acts[act],
        drawing: to.desk(locale, community, 'proposals', no, 'objections#draw'),
        blocked: signoffReason(act, desk, locale),
        crumb: { href: to.desk(locale, community, 'proposals', no), label: desk.asked.facts.title },
        form: { ...form, about: { proposal: no } },
      }
    );
  });
