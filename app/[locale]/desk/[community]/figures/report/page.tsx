import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, OnePage } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { profileSaid } from '@/features/figures/components/profiles';
import { messages as figures } from '@/features/figures/messages';
import { deskMonth } from '@/features/figures/queries/month';
import { Report } from '@/features/reports/components/report';
import { messages } from '@/features/reports/messages';
import { reportColumns } from '@/features/reports/queries';
import { reportRows } from '@/features/reports/rules';
import * as to from '@/lib/addresses';
import { formatDays, pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, search }) => {
  const month = await deskMonth(call, { month: search.month ?? null });
  const layout = await reportColumns(call, {});
  if (!month || !layout) return null;
  const [t, f] = [pick(messages, locale), pick(figures, locale)];
  const here = to.desk(locale, community, 'figures', 'report');
  const days = t.days(formatDays(month.from, month.to, locale));
  return (
    <OnePage hint={t.print}>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'figures')}>{f.title}</a>}
        title={t.title(locale === 'zh' ? layout.nameZh : layout.nameEn, month.month)}
        lead={days}
      />
      <nav className="tabs no-print" aria-label={f.month.which}>
        {month.months.slice(0, 6).map((one) => (
          <a key={one} href={`${here}?month=${one}`} aria-current={one === month.month ? 'page' : undefined}>
            {one}
          </a>
        ))}
      </nav>
      <Report rows={reportRows(month.units, month.together)} columns={layout.columns} caption={days} locale={locale} />
      <p>{t.ordersSaid(month.orders)}</p>
      <p>
        {t.partly} {profileSaid(month.profile, locale)} {month.waiting > 0 && t.waiting(month.waiting)}
      </p>
      <div className="no-print">
        <Actions>
          <ActionLink href={to.reportSheet(community, month.month)}>{t.download}</ActionLink>
          {layout.mayArrange && (
            <ActionLink href={to.desk(locale, community, 'figures', 'report', 'columns')} ghost>
              {t.arrange}
            </ActionLink>
          )}
        </Actions>
      </div>
    </OnePage>
  );
});
