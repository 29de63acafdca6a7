import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { takeBackOpening } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { whyNot } from '@/lib/act';
import { TAKE_BACK_HOURS } from '@/lib/undoing';
import { roundPage } from '../round-page';

export default roundPage(({ asked, t, crumb, why, form }) => (
  <Act
    crumb={crumb}
    title={t.desk.openingTitle}
    lead={t.desk.openingLead(TAKE_BACK_HOURS)}
    blocked={why(whyNot(acts.takeBackOpening, asked))}
  >
    <KeptForm
      action={takeBackOpening}
      fields={[{ kind: 'textarea', name: 'reason', label: t.desk.openingReason, rows: 3 }]}
      {...form}
      submitLabel={t.desk.openingBack}
      danger
    />
  </Act>
));
