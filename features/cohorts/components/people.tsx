import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { Undoes } from '@/components/page/undoes';
import type { Day } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatDate, formatDays, pick } from '@/lib/words';
import { addCandidate, extendTerm, recallTerm } from '../actions';
import { messages } from '../messages';
import type { CandidateView } from '../queries/candidates';
import type { PostedView } from '../queries/desk';
import { latestEnd } from '../rules/terms';

interface Here {
  district: string;
  locale: Locale;
}

export const inOne = (...said: string[]) => said.filter((one) => one !== '').join(' · ');

interface ListedCandidates {
  all: readonly CandidateView[];
  today: Day;
  locale: Locale;
}

/** Who may be sent, and where they have been, are or will be. */
export function Candidates({ all, today, locale }: ListedCandidates) {
  const t = pick(messages, locale).candidates;
  if (all.length === 0) return <Empty text={t.none} />;
  return (
    <ul className="entries">
      {all.map((one) => (
        <li key={one.id}>
          <b>{one.name}</b> {inOne(one.homeUnit, one.post, one.skills)}
          <ul className="crumb">
            {one.terms.length === 0 && <li>{t.never}</li>}
            {one.terms.map((term) => (
              <li key={term.from}>
                {t.terms[term.from > today ? 'coming' : term.to < today ? 'earlier' : 'now']}{' '}
                {locale === 'zh' ? term.community : term.communityEn} {formatDays(term.from, term.to, locale)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

export function AddCandidate({ district, locale }: Here) {
  const t = pick(messages, locale).candidates;
  return (
    <Section title={t.add} id="add">
      <KeptForm
        id="candidate"
        action={addCandidate}
        about={{ district }}
        fields={[
          { kind: 'text', name: 'name', label: t.name },
          { kind: 'tel', name: 'phone', label: t.phone },
          { kind: 'text', name: 'homeUnit', label: t.homeUnit },
          { kind: 'text', name: 'post', label: t.post },
          { kind: 'textarea', name: 'skills', label: t.skills },
          {
            kind: 'radio',
            name: 'named',
            label: t.named,
            options: [
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ],
          },
        ]}
        submitLabel={t.submit}
        locale={locale}
      />
    </Section>
  );
}

/** A term made longer, until a day its cohort allows; or ended at once. */
export function TermForms({ term, cohort, district, locale }: Here & { term: PostedView; cohort: { to: Day } }) {
  const t = pick(messages, locale).term;
  const about = { district, community: term.community, term: term.term };
  return (
    <>
      <Section title={t.extend} id="extension">
        <KeptForm
          id="extend"
          action={extendTerm}
          about={about}
          fields={[
            { kind: 'date', name: 'to', label: t.to, hint: t.latest(formatDate(latestEnd(cohort), locale)) },
            { kind: 'textarea', name: 'reason', label: t.reason },
          ]}
          submitLabel={t.extendSubmit}
          locale={locale}
        />
      </Section>
      <Section title={t.recall} id="recall">
        <p>{t.recallLead}</p>
        <Undoes losses={{ offices: 1 }} locale={locale} />
        <KeptForm
          id="recalled"
          action={recallTerm}
          about={about}
          fields={[{ kind: 'textarea', name: 'reason', label: t.reason }]}
          submitLabel={t.recallSubmit}
          locale={locale}
          danger
        />
      </Section>
    </>
  );
}
