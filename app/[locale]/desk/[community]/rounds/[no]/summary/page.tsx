import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { summariseRound } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { whyNot } from '@/lib/act';
import { roundPage } from '../round-page';

export default roundPage(({ asked, t, crumb, why, form }) => {
  return (
    <Act
      crumb={crumb}
      title={t.desk.summaryTitle}
      lead={t.desk.summaryLead}
      blocked={why(whyNot(acts.summariseRound, asked))}
    >
      <KeptForm
        action={summariseRound}
        fields={[{ kind: 'textarea', name: 'summary', label: t.desk.summary, rows: 8 }]}
        {...form}
        submitLabel={t.desk.summarise}
      />
    </Act>
  );
});
