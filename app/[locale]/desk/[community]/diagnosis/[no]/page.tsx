import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { raiseCrack, reportCrack } from '@/features/diagnosis/actions';
import { CrackFacts } from '@/features/diagnosis/components/crack-list';
import { messages } from '@/features/diagnosis/messages';
import { deskCrack } from '@/features/diagnosis/queries/desk';
import { CRACK_STATES, LEVELS } from '@/features/diagnosis/rules';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const found = await deskCrack(call, { no });
  if (!found) return null;
  const { one, now, report, raise } = found;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'diagnosis')}>{t.desk.back}</a>}
        title={one.title}
        lead={t.board.no(no)}
      />
      <CrackFacts one={one} now={now} locale={locale} />
      {one.reports.length > 1 && (
        <ul>
          {one.reports.slice(0, -1).map((each) => (
            <li key={each.at}>
              <Written>{`${t.states[each.state]} · ${t.board.last(formatDate(each.at, locale), each.words)}`}</Written>
            </li>
          ))}
        </ul>
      )}
      {report === null && (
        <Section title={t.report.title} id="report">
          <KeptForm
            {...form}
            id="report-form"
            action={reportCrack}
            about={{ crack: no }}
            fields={[
              {
                kind: 'radio',
                name: 'state',
                label: t.report.state,
                options: CRACK_STATES.map((value) => ({ value, label: t.states[value] })),
              },
              { kind: 'textarea', name: 'words', label: t.report.words, rows: 3 },
              { kind: 'text', name: 'loosener', label: t.report.loosener },
            ]}
            submitLabel={t.report.submit}
          />
        </Section>
      )}
      {raise === null && (
        <Section title={t.raise.title} id="raise">
          <KeptForm
            {...form}
            id="raise-form"
            action={raiseCrack}
            about={{ crack: no }}
            fields={[
              {
                kind: 'radio',
                name: 'level',
                label: t.raise.level,
                options: LEVELS.map((value) => ({ value, label: t.levels[value] })),
              },
              { kind: 'textarea', name: 'asks', label: t.raise.asks, rows: 3 },
              { kind: 'date', name: 'dueOn', label: t.raise.dueOn, hint: t.raise.dueHint },
            ]}
            submitLabel={t.raise.submit}
            ghost
          />
        </Section>
      )}
    </>
  );
});
