import { KeptForm } from '@/components/form/kept-form';
import { closeComparison } from '@/features/alternatives/actions';
import * as acts from '@/features/alternatives/acts';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { comparisonPage } from '../comparison-page';

export default comparisonPage(({ asked, t, crumb, cancel, why, form }) => (
  <Act
    crumb={crumb}
    title={t.room.desk.alternatives_closure.act}
    lead={t.close.lead}
    blocked={why('alternatives_closure', whyNot(acts.closeComparison, asked))}
  >
    <KeptForm action={closeComparison} submitLabel={t.close.submit} {...form} cancel={cancel} />
  </Act>
));
