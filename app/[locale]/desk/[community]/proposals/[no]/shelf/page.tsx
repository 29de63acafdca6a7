import { KeptForm } from '@/components/form/kept-form';
import { reopenShelved } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { proposalPage } from '../proposal-page';

export default proposalPage(({ locale, proposal, t, crumb, cancel, form }) => {
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.shelf}
      lead={t.desk.shelfLead}
      blocked={reasonIn(messages, 'shelf', whyNot(acts.reopenShelved, proposal.asked), locale)}
    >
      <KeptForm
        action={reopenShelved}
        fields={[{ kind: 'textarea', name: 'reason', label: t.desk.reason, rows: 4 }]}
        submitLabel={t.desk.shelfButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
