import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { breakWorks } from '@/features/works/actions';
import { sitePage } from '../site-page';

export default sitePage(({ t, crumb, cancel, why, form }) => {
  return (
    <Act crumb={crumb} title={t.desk.breakTitle} lead={t.desk.breakLead} blocked={why('breach')}>
      <KeptForm
        action={breakWorks}
        fields={[{ kind: 'textarea', name: 'reason', label: t.desk.reason, rows: 5 }]}
        submitLabel={t.desk.break}
        danger
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
