import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, OnePage } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Month } from '@/features/diagnosis/components/month';
import { messages } from '@/features/diagnosis/messages';
import { diagnosisMonth } from '@/features/diagnosis/queries/month';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, search }) => {
  const found = await diagnosisMonth(call, { asked: search.month ?? '' });
  if (!found) return null;
  const { month, months } = found;
  const t = pick(messages, locale);
  const here = to.desk(locale, community, 'diagnosis', 'month');
  return (
    <OnePage hint={t.month.print}>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'diagnosis')}>{t.desk.back}</a>}
        title={t.month.title(locale === 'zh' ? found.nameZh : found.nameEn, month)}
        lead={t.month.lead}
      />
      <nav className="tabs no-print" aria-label={t.board.month}>
        {months.map((one) => (
          <a key={one} href={`${here}?month=${one}`} aria-current={one === month ? 'page' : undefined}>
            {one}
          </a>
        ))}
      </nav>
      <Month month={found} locale={locale} />
      <div className="no-print">
        <Actions>
          <ActionLink href={to.diagnosisSheet(community, month)}>{t.month.download}</ActionLink>
        </Actions>
      </div>
    </OnePage>
  );
});
