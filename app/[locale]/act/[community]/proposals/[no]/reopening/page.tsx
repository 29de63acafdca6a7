import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { reopenProposal } from '@/features/proposals/actions';
import { reopen } from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, part, first, t, crumb, cancel, hidden, initial } = await begin(params, 'reopening');
  if (!part) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const why = whyNot(reopen, part.asked);
  return (
    <Act
      crumb={crumb}
      title={t.own.reopeningTitle}
      lead={t.own.reopeningLead}
      first={why?.code === 'not_allowed' ? first : undefined}
      blocked={ownReason('reopening', why, locale)}
    >
      <ActionForm
        action={reopenProposal}
        fields={[
          { kind: 'textarea', name: 'reason', label: t.own.reopeningReason, required: true, rows: 5, maxLength: 1000 },
          {
            kind: 'file',
            name: 'photo',
            label: t.own.reopeningPhoto,
            hint: t.own.reopeningPhotoHint,
            required: true,
            accept: 'image/jpeg,image/png,image/webp',
          },
        ]}
        submitLabel={t.own.reopeningButton}
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
