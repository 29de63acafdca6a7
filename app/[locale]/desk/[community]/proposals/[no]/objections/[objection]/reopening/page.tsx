import { KeptForm } from '@/components/form/kept-form';
import { reopenObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { Act } from '@/features/proposals/components/act';
import { objectionPage } from '../../objection-page';

export default objectionPage(({ one, t, why, crumb, cancel, form, lead }) => {
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.reopen} · ${t.sheet.no(one.no)}`}
      lead={lead}
      blocked={why(acts.reopenObjection)}
    >
      <p>{t.desk.reopenLead}</p>
      <KeptForm
        action={reopenObjection}
        fields={[{ kind: 'textarea', name: 'reason', label: t.desk.reason, rows: 4 }]}
        submitLabel={t.desk.reopenButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
