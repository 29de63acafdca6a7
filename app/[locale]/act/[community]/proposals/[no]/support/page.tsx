import { KeptForm } from '@/components/form/kept-form';
import { giveSupport, takeBackSupport } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { ownPage } from '../own-page';

export default ownPage(({ locale, part, first, t, crumb, cancel, said, form }) => {
  const why = whyNot(acts.giveSupport, part.asked);
  return (
    <Act
      crumb={crumb}
      title={t.own.supportTitle}
      lead={part.supports ? t.own.supported : t.own.supportLead}
      first={why?.code === 'not_allowed' ? first : undefined}
      blocked={ownReason('support', why, locale)}
    >
      {part.lives && said}
      <KeptForm
        action={part.supports ? takeBackSupport : giveSupport}
        submitLabel={part.supports ? t.own.takeBack : t.own.supportButton}
        danger={part.supports}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
