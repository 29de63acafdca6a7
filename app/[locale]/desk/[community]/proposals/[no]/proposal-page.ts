import { pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/proposals/messages';
import { deskProposal } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The pages of a proposal at the desk. */
export const proposalPage = pagesOf(['no'], async ({ locale, community, no, call, form }) => {
  const proposal = await deskProposal(call, { no });
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'proposals', no);
  return (
    proposal && {
      proposal,
      t,
      crumb: { href: back, label: proposal.title },
      cancel: { href: back, label: t.desk.back },
      form: { ...form, about: { proposal: no } },
    }
  );
});
