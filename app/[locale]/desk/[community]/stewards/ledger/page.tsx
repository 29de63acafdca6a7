import { actPage } from '@/components/page/act-page';
import { turnCells } from '@/features/reports/components/cells';
import { Ledger } from '@/features/reports/components/ledger';
import { messages } from '@/features/reports/messages';
import { turnColumns } from '@/features/reports/queries';
import { MOST, turnLedger } from '@/features/stewards/queries/ledger';
import { hoursOf } from '@/features/stewards/rules';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The rota of a month with its hours, for the wall of the office and for its folder. */
export default actPage([], async ({ locale, community, call, search }) => {
  const ledger = await turnLedger(call, { month: search.month ?? null });
  const layout = await turnColumns(call, {});
  if (!ledger || !layout) return null;
  const { turns: t, columns } = pick(messages, locale);
  const served = ledger.turns.flatMap(({ minutes }) => minutes ?? []);
  const hours = hoursOf(served.reduce((all, one) => all + one, 0));
  return (
    <Ledger
      crumb={<a href={to.desk(locale, community, 'stewards')}>{t.back}</a>}
      title={t.title(locale === 'zh' ? layout.nameZh : layout.nameEn, ledger.month)}
      lead={t.lead(ledger.turns.length, served.length, hours)}
      none={t.none}
      at={to.desk(locale, community, 'stewards', 'ledger')}
      month={ledger.month}
      months={ledger.months}
      columns={layout.columns}
      labels={columns.turns}
      rows={ledger.turns.map((one, at) => turnCells(one, at, locale))}
      mayArrange={layout.mayArrange}
      community={community}
      locale={locale}
    >
      {ledger.turns.length === MOST && <p>{t.most(MOST)}</p>}
      <p className="no-print">{t.kept}</p>
    </Ledger>
  );
});
