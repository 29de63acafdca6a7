import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { acceptProposal } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { deskReason } from '@/features/proposals/components/steps';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, proposal, t, crumb, cancel, hidden } = await begin(params, 'acceptance');
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.acceptance}
      lead={t.desk.acceptLead}
      blocked={deskReason('acceptance', proposal.blocks.acceptance, locale)}
    >
      <ActionForm
        action={acceptProposal}
        fields={[{ kind: 'checkbox', name: 'confirmed', label: t.desk.acceptConfirm(proposal.title), required: true }]}
        submitLabel={t.desk.acceptButton}
        {...{ locale, hidden, cancel }}
      />
    </Act>
  );
}
