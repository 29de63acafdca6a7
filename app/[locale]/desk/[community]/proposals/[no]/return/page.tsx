import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { returnResolution } from '@/features/signoff/actions';
import { signoffPage } from '../signoff';

export default signoffPage('return')(({ w, title, blocked, crumb, form }) => {
  return (
    <Act crumb={crumb} title={title} lead={w.return.lead} blocked={blocked}>
      <KeptForm
        action={returnResolution}
        fields={[{ kind: 'textarea', name: 'reason', label: w.return.reason, rows: 4 }]}
        submitLabel={w.return.submit}
        {...form}
        danger
      />
    </Act>
  );
});
