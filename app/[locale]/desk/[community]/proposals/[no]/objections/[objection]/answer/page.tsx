import { WordDiff } from '@/components/data/word-diff';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { answerObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { answerFields, clausesSince } from '@/features/objections/components/fields';
import { Merged } from '@/features/objections/components/merged';
import { ObjectionState } from '@/features/objections/components/sheet';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; objection: string }>) {
  const { locale, community, no, sheet, one, into, wanted, t, why, hidden, crumb, cancel, initial } = await begin(
    params,
    'answer',
  );
  if (into) return <Merged no={wanted} {...{ into, crumb, locale }} />;
  if (!sheet || !one) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const changed = clausesSince(sheet.clauses, one.version).filter((clause) => clause.changed);
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.answer} · ${t.sheet.no(one.no)}`}
      lead={
        <>
          {one.wording} <ObjectionState state={one.state} locale={locale} />
        </>
      }
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
      <ActionForm
        action={answerObjection}
        fields={answerFields(sheet.clauses, one.version, locale)}
        submitLabel={t.desk.answerButton}
        hidden={hidden({ objection: String(one.no) })}
        {...{ locale, cancel, initial }}
      />
    </Act>
  );
}
