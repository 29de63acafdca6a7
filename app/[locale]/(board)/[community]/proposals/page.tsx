import { Pager } from '@/components/data/pager';
import { boardPage } from '@/components/page/board-page';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { ProposalList } from '@/features/proposals/components/proposal-list';
import { messages } from '@/features/proposals/messages';
import { boardProposals } from '@/features/proposals/queries';
import { messages as year } from '@/features/year/messages';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage([], async ({ locale, community }) => {
  const page = await boardProposals(community, { after: null });
  if (!page) return null;
  const t = pick(messages, locale).board;
  const next = page.next === null ? undefined : to.proposalsAfter(locale, community, String(page.next));
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Actions>
        <ActionLink href={to.act(locale, community, 'proposals', 'new')}>{t.write}</ActionLink>
        <ActionLink href={to.yearCircle(locale, community)} ghost>
          {pick(year, locale).link}
        </ActionLink>
      </Actions>
      <ProposalList items={page.proposals} slug={community} locale={locale} />
      <Pager next={next} locale={locale} />
    </>
  );
});
