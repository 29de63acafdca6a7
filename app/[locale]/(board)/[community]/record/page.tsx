import { Pager } from '@/components/data/pager';
import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { LeafTable } from '@/features/ledger/components/leaves';
import { messages } from '@/features/ledger/messages';
import { boardRecord } from '@/features/ledger/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Record({ params }: P<{ community: string; seq?: string }>) {
  const { locale: segment, community, seq } = await params;
  const locale = localeFrom(segment);
  const t = messages[locale];
  const before = seq === undefined ? undefined : numberFrom(seq);
  const found =
    seq !== undefined && before === undefined ? undefined : await boardRecord(community, before ? { before } : {});
  if (!found) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} next={t.size(found.size)} />
      <LeafTable leaves={found.leaves} slug={community} locale={locale} />
      <Pager locale={locale} next={found.next ? `${to.record(locale, community)}/before/${found.next}` : undefined} />
      <p className="soft">{t.limit}</p>
    </>
  );
}
