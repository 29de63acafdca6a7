import { KeptForm } from '@/components/form/kept-form';
import { decideAppeal } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { proposalPage } from '../proposal-page';

export default proposalPage(({ locale, proposal, t, crumb, cancel, form }) => {
  const { appealed } = proposal.asked.facts;
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.appeal}
      lead={appealed ? `${t.desk.appealWords}: ${appealed.reason}` : undefined}
      blocked={reasonIn(messages, 'appeal', whyNot(acts.decideAppeal, proposal.asked), locale)}
    >
      <KeptForm
        action={decideAppeal}
        fields={[
          {
            kind: 'radio',
            name: 'outcome',
            label: t.desk.outcome,
            options: (['upheld', 'dismissed'] as const).map((value) => ({ value, label: t.desk.outcomes[value] })),
          },
          { kind: 'textarea', name: 'reason', label: t.desk.reason, rows: 4 },
        ]}
        submitLabel={t.desk.decideButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
