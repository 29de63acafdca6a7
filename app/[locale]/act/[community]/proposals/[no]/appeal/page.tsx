import { KeptForm } from '@/components/form/kept-form';
import { appeal } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { ownPage } from '../own-page';

export default ownPage(({ locale, part, t, crumb, cancel, form }) => {
  return (
    <Act
      crumb={crumb}
      title={t.own.appealTitle}
      lead={t.own.appealLead}
      blocked={ownReason('appeal', whyNot(acts.appeal, part.asked), locale)}
    >
      <KeptForm
        action={appeal}
        fields={[{ kind: 'textarea', name: 'reason', label: t.own.appealReason, rows: 5 }]}
        submitLabel={t.own.appealButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
