import { WordDiff } from '@/components/data/word-diff';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { answerObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { answerFields, clausesSince } from '@/features/objections/components/fields';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { objectionPage } from '../../objection-page';

export default objectionPage(({ locale, community, no, sheet, one, t, why, crumb, cancel, form, lead }) => {
  const changed = clausesSince(sheet.clauses, one.version).filter((clause) => clause.changed);
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.answer} · ${t.sheet.no(one.no)}`}
      lead={lead}
      blocked={why(acts.answerObjection)}
    >
      <p>{t.desk.answerLead}</p>
      {changed.length === 0 && (
        <Notice>
          <p>{t.desk.compareNone(one.version)}</p>
          <p>
            <a className="tap" href={to.desk(locale, community, 'proposals', no, 'plans')}>
              {t.desk.toPlans}
            </a>
          </p>
        </Notice>
      )}
      {changed.length > 0 && (
        <Section title={t.desk.compareTitle(one.version, changed[0]?.version ?? 0)} id="changed">
          {changed.map((clause) => (
            <div key={clause.no}>
              <h3>{t.clause(clause.version, clause.no)}</h3>
              <WordDiff before={clause.before ?? ''} after={clause.text} locale={locale} />
            </div>
          ))}
        </Section>
      )}
      <KeptForm
        action={answerObjection}
        fields={answerFields(sheet.clauses, one.version, locale)}
        submitLabel={t.desk.answerButton}
        {...form}
        about={{ ...form.about, shown: one.shown.answer }}
        cancel={cancel}
      />
    </Act>
  );
});
