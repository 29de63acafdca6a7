import { KeptForm } from '@/components/form/kept-form';
import { escalateObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { Act } from '@/features/proposals/components/act';
import { objectionPage } from '../../objection-page';

export default objectionPage(({ one, t, why, crumb, cancel, form, lead }) => {
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.escalate} · ${t.sheet.no(one.no)}`}
      lead={lead}
      blocked={why(acts.escalateObjection, t.desk.escalateWho)}
    >
      <p>{t.desk.escalateLead}</p>
      <KeptForm
        action={escalateObjection}
        fields={[
          { kind: 'textarea', name: 'words', label: t.desk.words, when: t.desk.wordsNeeded, rows: 4 },
          { kind: 'textarea', name: 'reason', label: t.desk.reason, rows: 4 },
        ]}
        submitLabel={t.desk.escalateButton}
        {...form}
        about={{ ...form.about, shown: one.shown.wording }}
        cancel={cancel}
      />
    </Act>
  );
});
