import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { reopenShelved } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { deskReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, proposal, t, crumb, cancel, hidden, initial } = await begin(params, 'shelf');
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.shelf}
      lead={t.desk.shelfLead}
      blocked={deskReason('shelf', whyNot(acts.reopenShelved, proposal.asked), locale)}
    >
      <ActionForm
        action={reopenShelved}
        fields={[{ kind: 'textarea', name: 'reason', label: t.desk.reason, required: true, rows: 4, maxLength: 1000 }]}
        submitLabel={t.desk.shelfButton}
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
