import { Pager } from '@/components/data/pager';
import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { ProposalList } from '@/features/proposals/components/proposal-list';
import { messages } from '@/features/proposals/messages';
import { boardProposals } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; cursor: string }>) {
  const { locale: segment, community, cursor } = await params;
  const locale = localeFrom(segment);
  const after = numberFrom(cursor);
  const page = after && (await boardProposals(community, { after }));
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale).board;
  const next = page.next === null ? undefined : to.proposalsAfter(locale, community, String(page.next));
  return (
    <>
      <PageTitle crumb={<a href={to.proposals(locale, community)}>{t.newest}</a>} title={t.title} />
      <ProposalList items={page.proposals} slug={community} locale={locale} />
      <Pager next={next} locale={locale} />
    </>
  );
}
