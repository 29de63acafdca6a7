import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { decideAppeal } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { deskReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, proposal, t, crumb, cancel, hidden, initial } = await begin(params, 'appeal');
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const { appealed } = proposal.asked.facts;
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.appeal}
      lead={appealed ? `${t.desk.appealWords}: ${appealed.reason}` : undefined}
      blocked={deskReason('appeal', whyNot(acts.decideAppeal, proposal.asked), locale)}
    >
      <ActionForm
        action={decideAppeal}
        fields={[
          {
            kind: 'radio',
            name: 'outcome',
            label: t.desk.outcome,
            required: true,
            options: (['upheld', 'dismissed'] as const).map((value) => ({ value, label: t.desk.outcomes[value] })),
          },
          { kind: 'textarea', name: 'reason', label: t.desk.reason, required: true, rows: 4, maxLength: 1000 },
        ]}
        submitLabel={t.desk.decideButton}
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
