import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { withdrawProposal } from '@/features/proposals/actions';
import { withdraw } from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, part, t, crumb, cancel, hidden, initial } = await begin(params, 'withdrawal');
  if (!part) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={t.own.withdrawalTitle}
      lead={part.otherSupport ? t.own.withdrawalShared : t.own.withdrawalLead}
      blocked={ownReason('withdrawal', whyNot(withdraw, part.asked), locale)}
    >
      <ActionForm
        action={withdrawProposal}
        fields={[{ kind: 'textarea', name: 'reason', label: t.own.reason, required: true, rows: 5, maxLength: 1000 }]}
        submitLabel={t.own.withdrawalButton}
        danger
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
