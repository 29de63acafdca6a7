import { Pager } from '@/components/data/pager';
import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { ProposalList } from '@/features/proposals/components/proposal-list';
import { messages } from '@/features/proposals/messages';
import { boardProposals } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['cursor'], async ({ locale, community, cursor: after }) => {
  const page = await boardProposals(community, { after });
  if (!page) return null;
  const t = pick(messages, locale).board;
  const next = page.next === null ? undefined : to.proposalsAfter(locale, community, String(page.next));
  return (
    <>
      <PageTitle crumb={<a href={to.proposals(locale, community)}>{t.newest}</a>} title={t.title} />
      <ProposalList items={page.proposals} slug={community} locale={locale} />
      <Pager next={next} locale={locale} />
    </>
  );
});
