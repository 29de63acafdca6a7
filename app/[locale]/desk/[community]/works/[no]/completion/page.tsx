import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { completeWorks } from '@/features/works/actions';
import { sitePage } from '../site-page';

export default sitePage(({ t, crumb, cancel, why, form }) => {
  return (
    <Act crumb={crumb} title={t.desk.completionTitle} lead={t.desk.completionLead} blocked={why('completion')}>
      <KeptForm action={completeWorks} submitLabel={t.desk.complete} {...form} cancel={cancel} />
    </Act>
  );
});
