import { Facts } from '@/components/data/facts';
import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { kindOf } from '@/features/ledger/components/leaves';
import { messages } from '@/features/ledger/messages';
import { boardLeaf } from '@/features/ledger/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { formatMoment } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Entry({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community, no } = await params;
  const locale = localeFrom(segment);
  const t = messages[locale];
  const leaf = await boardLeaf(community, { seq: numberFrom(no) ?? 0 });
  if (!leaf) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <>
      <PageTitle crumb={<a href={to.record(locale, community)}>{t.back}</a>} title={t.entry(leaf.seq)} />
      <Facts
        items={[
          { key: 'act', term: t.act, value: kindOf(leaf.act, locale) },
          { key: 'at', term: t.at, value: formatMoment(leaf.at, locale) },
          { key: 'hash', term: t.hash, value: <code>{leaf.leafHash}</code> },
          { key: 'chain', term: t.chain, value: <code>{leaf.chain}</code> },
        ]}
      />
      <p className="soft">{t.limit}</p>
    </>
  );
}
