import { KeptForm } from '@/components/form/kept-form';
import { reopenProposal } from '@/features/proposals/actions';
import { reopen } from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { ownPage } from '../own-page';

export default ownPage(({ locale, part, first, t, crumb, cancel, form }) => {
  const why = whyNot(reopen, part.asked);
  return (
    <Act
      crumb={crumb}
      title={t.own.reopeningTitle}
      lead={t.own.reopeningLead}
      first={why?.code === 'not_allowed' ? first : undefined}
      blocked={ownReason('reopening', why, locale)}
    >
      <KeptForm
        action={reopenProposal}
        fields={[
          { kind: 'textarea', name: 'reason', label: t.own.reopeningReason, rows: 5 },
          {
            kind: 'file',
            name: 'photo',
            label: t.own.reopeningPhoto,
            hint: t.own.reopeningPhotoHint,
            accept: 'image/jpeg,image/png,image/webp',
          },
        ]}
        submitLabel={t.own.reopeningButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
