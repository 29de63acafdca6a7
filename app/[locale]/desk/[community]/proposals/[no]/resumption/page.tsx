import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { resumeProposal } from '@/features/proposals/actions';
import { resume } from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { deskReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, proposal, t, crumb, cancel, hidden, initial } = await begin(params, 'resumption');
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.resumption}
      lead={undefined}
      blocked={deskReason('resumption', whyNot(resume, proposal.asked), locale)}
    >
      <ActionForm
        action={resumeProposal}
        fields={[
          {
            kind: 'radio',
            name: 'to',
            label: t.desk.resumeTo,
            required: true,
            options: (['building', 'redesign'] as const).map((value) => ({
              value,
              label: t.desk.resumeTargets[value],
            })),
          },
          { kind: 'textarea', name: 'reason', label: t.desk.reason, required: true, rows: 4, maxLength: 1000 },
          { kind: 'text', name: 'responsible', label: t.desk.responsible, required: true, maxLength: 60 },
          { kind: 'date', name: 'dueOn', label: t.desk.dueOn, required: true },
        ]}
        submitLabel={t.desk.resumeButton}
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
