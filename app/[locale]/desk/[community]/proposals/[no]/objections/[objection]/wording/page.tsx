import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { rewordObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { rewordFields } from '@/features/objections/components/fields';
import { suggestions } from '@/features/objections/rules/draw';
import { Act } from '@/features/proposals/components/act';
import { objectionPage } from '../../objection-page';

/** How an objection is put, beside what those said who raised it. */
export default objectionPage(({ locale, one, t, why, crumb, cancel, form, lead }) => {
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.reword} · ${t.sheet.no(one.no)}`}
      lead={lead}
      blocked={why(acts.rewordObjection)}
    >
      <Section title={t.desk.theirWords} id="words">
        <ul>
          {suggestions(one.said)
            .flat()
            .map(({ ids, words }) => (
              <li key={ids[0]}>{t.desk.wordsOf(words || t.desk.noWords, ids.length)}</li>
            ))}
        </ul>
      </Section>
      {one.disputes.map((words) => (
        <blockquote key={words}>{t.desk.disputed(words)}</blockquote>
      ))}
      <p>{t.desk.rewordLead}</p>
      <KeptForm
        action={rewordObjection}
        fields={rewordFields(one, locale)}
        submitLabel={t.desk.rewordButton}
        {...form}
        about={{ ...form.about, shown: one.shown.wording }}
        cancel={cancel}
      />
    </Act>
  );
});
