import { actPage } from '@/components/page/act-page';
import { visitCells } from '@/features/reports/components/cells';
import { Ledger } from '@/features/reports/components/ledger';
import { messages } from '@/features/reports/messages';
import { visitColumns } from '@/features/reports/queries';
import { messages as visits } from '@/features/visits/messages';
import { MOST, visitLedger } from '@/features/visits/queries/ledger';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The visits of a month, for the office's folder. */
export default actPage([], async ({ locale, community, call, search }) => {
  const ledger = await visitLedger(call, { month: search.month ?? null });
  const layout = await visitColumns(call, {});
  if (!ledger || !layout) return null;
  const { visits: t, columns } = pick(messages, locale);
  const sum = (of: 'visits' | 'met') => ledger.purposes.reduce((all, one) => all + one[of], 0);
  return (
    <Ledger
      crumb={<a href={to.desk(locale, community, 'visits')}>{t.back}</a>}
      title={t.title(locale === 'zh' ? layout.nameZh : layout.nameEn, ledger.month)}
      lead={t.lead(sum('visits'), sum('met'))}
      none={t.none}
      at={to.desk(locale, community, 'visits', 'ledger')}
      month={ledger.month}
      months={ledger.months}
      columns={layout.columns}
      labels={columns.visits}
      rows={ledger.visits.map((one, at) => visitCells(one, at, locale))}
      mayArrange={layout.mayArrange}
      {...(ledger.visits.length > 0 && { file: to.visitsSheet(community, ledger.month) })}
      community={community}
      locale={locale}
    >
      {ledger.purposes.length > 0 && (
        <p>
          {ledger.purposes
            .map((one) => t.purpose(pick(visits, locale).purposes[one.purpose], one.visits, one.met))
            .join(locale === 'zh' ? '；' : '; ')}
        </p>
      )}
      {ledger.visits.length === MOST && <p>{t.most(MOST)}</p>}
      <p className="no-print">{t.kept}</p>
    </Ledger>
  );
});
