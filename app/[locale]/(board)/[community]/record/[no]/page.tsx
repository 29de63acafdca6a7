import { Facts } from '@/components/data/facts';
import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { kindOf } from '@/features/ledger/components/leaves';
import { messages } from '@/features/ledger/messages';
import { boardLeaf } from '@/features/ledger/queries';
import * as to from '@/lib/addresses';
import { formatDate } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community, no }) => {
  const t = messages[locale];
  const leaf = await boardLeaf(community, { seq: no });
  if (!leaf) return null;
  return (
    <>
      <PageTitle crumb={<a href={to.record(locale, community)}>{t.back}</a>} title={t.entry(leaf.seq)} />
      <Facts
        items={[
          { key: 'act', term: t.act, value: kindOf(leaf.act, locale) },
          { key: 'at', term: t.at, value: formatDate(leaf.at, locale) },
          { key: 'hash', term: t.hash, value: <code>{leaf.leafHash}</code> },
          { key: 'before', term: t.before, value: <code>{leaf.before}</code> },
          { key: 'chain', term: t.chain, value: <code>{leaf.chain}</code> },
        ]}
      />
      <p>{t.check}</p>
      <p className="soft">{t.limit}</p>
    </>
  );
});
