import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { deriveFigures, recordFigures } from '@/features/figures/actions';
import { periodFields } from '@/features/figures/components/fields';
import { Month } from '@/features/figures/components/month';
import { messages } from '@/features/figures/messages';
import { deskFigures } from '@/features/figures/queries';
import { deskMonth } from '@/features/figures/queries/month';
import { messages as reports } from '@/features/reports/messages';
import * as to from '@/lib/addresses';
import { formatDays, pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, path, search }) => {
  const page = await deskFigures(call, {});
  const month = await deskMonth(call, { month: search.month ?? null });
  if (!page || !month) return null;
  const t = pick(messages, locale);
  const d = t.desk;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Month month={month} path={path} locale={locale} />
      <Actions>
        <ActionLink href={`${to.desk(locale, community, 'figures', 'report')}?month=${month.month}`} ghost>
          {pick(reports, locale).go}
        </ActionLink>
      </Actions>
      {month.mayPublish && !page.periods.some(({ from }) => from === month.from) && (
        <Section title={t.month.publish} id="publish">
          <KeptForm
            id="derive"
            action={deriveFigures}
            about={{ month: month.month }}
            submitLabel={t.month.publishSubmit}
            {...form}
          >
            <p>{t.month.publishLead}</p>
          </KeptForm>
        </Section>
      )}
      {page.mayRecord && (
        <>
          <Section title={d.title} id="record">
            <p>{d.lead}</p>
          </Section>
          <KeptForm action={recordFigures} fields={periodFields(locale)} submitLabel={d.submit} {...form} />
        </>
      )}
      <Section title={d.known}>
        {page.periods.length === 0 && <Empty text={t.none} />}
        <ul className="entries">
          {page.periods.map((period) => (
            <li key={period.id}>
              <a className="tap" href={`${to.figures(locale, community)}#period-${period.id}`}>
                {formatDays(period.from, period.to, locale)}
              </a>
              {page.mayRecord && period.source === 'reported' && (
                <>
                  {' '}
                  <a className="tap" href={`${path}/${period.id}`}>
                    {d.correct}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
});
