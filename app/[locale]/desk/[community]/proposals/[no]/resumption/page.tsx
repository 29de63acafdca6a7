import { KeptForm } from '@/components/form/kept-form';
import { resumeProposal } from '@/features/proposals/actions';
import { resume } from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { proposalPage } from '../proposal-page';

export default proposalPage(({ locale, proposal, t, crumb, cancel, form }) => {
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.resumption}
      lead={undefined}
      blocked={reasonIn(messages, 'resumption', whyNot(resume, proposal.asked), locale)}
    >
      <KeptForm
        action={resumeProposal}
        fields={[
          {
            kind: 'radio',
            name: 'to',
            label: t.desk.resumeTo,
            options: (['building', 'redesign'] as const).map((value) => ({
              value,
              label: t.desk.resumeTargets[value],
            })),
          },
          { kind: 'textarea', name: 'reason', label: t.desk.reason, rows: 4 },
          { kind: 'text', name: 'responsible', label: t.desk.responsible },
          { kind: 'date', name: 'dueOn', label: t.desk.dueOn },
        ]}
        submitLabel={t.desk.resumeButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
