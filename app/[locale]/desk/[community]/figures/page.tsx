import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { recordFigures } from '@/features/figures/actions';
import { periodFields } from '@/features/figures/components/fields';
import { messages } from '@/features/figures/messages';
import { deskFigures } from '@/features/figures/queries';
import * as to from '@/lib/addresses';
import { formatDays, pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, path }) => {
  const page = await deskFigures(call, {});
  if (!page) return null;
  const t = pick(messages, locale);
  const d = t.desk;
  return (
    <>
      <PageTitle title={d.title} lead={d.lead} />
      {page.mayRecord ? (
        <KeptForm action={recordFigures} fields={periodFields(locale)} submitLabel={d.submit} {...form} />
      ) : (
        <Notice kind="warn">
          <p>{d.cannot}</p>
        </Notice>
      )}
      <Section title={d.known}>
        {page.periods.length === 0 && <Empty text={t.none} />}
        <ul className="entries">
          {page.periods.map((period) => (
            <li key={period.id}>
              <a className="tap" href={`${to.figures(locale, community)}#period-${period.id}`}>
                {formatDays(period.from, period.to, locale)}
              </a>
              {page.mayRecord && (
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
