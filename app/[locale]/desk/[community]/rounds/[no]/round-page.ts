import { pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/rounds/messages';
import { deskRound } from '@/features/rounds/queries';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import { pick, roundMark } from '@/lib/words';

/** The steps of a round at the desk. */
export const roundPage = pagesOf(['no'], async ({ locale, community, no, call, form }) => {
  const page = await deskRound(call, { no, doors: false });
  const t = pick(messages, locale);
  return (
    page?.round && {
      ...page,
      round: page.round,
      t,
      crumb: {
        href: to.desk(locale, community, 'rounds', no),
        label: t.about(page.proposal.title, roundMark(page.round.k, locale)),
      },
      why: (refusal: Refusal | null) => refusal && inWords(refusal, locale, messages).message,
      form: { ...form, about: { round: no } },
    }
  );
});
