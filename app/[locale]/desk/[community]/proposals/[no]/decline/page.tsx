import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { mayReadCases } from '@/features/cases/policy';
import { declineProposal } from '@/features/proposals/actions';
import { decline } from '@/features/proposals/acts';
import { About } from '@/features/proposals/components/about';
import { Act } from '@/features/proposals/components/act';
import { deskReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, proposal, t, crumb, cancel, hidden, initial } = await begin(params, 'decline');
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.decline}
      lead={t.desk.declineLead}
      blocked={deskReason('decline', whyNot(decline, proposal.asked), locale)}
    >
      <About proposal={proposal} handlesCases={mayReadCases(proposal.who)} slug={community} locale={locale} />
      <ActionForm
        action={declineProposal}
        fields={[
          { kind: 'textarea', name: 'reason', label: t.desk.reason, required: true, rows: 4, maxLength: 1000 },
          { kind: 'text', name: 'askInstead', label: t.desk.askInstead, required: true, maxLength: 200 },
        ]}
        submitLabel={t.desk.declineButton}
        danger
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
