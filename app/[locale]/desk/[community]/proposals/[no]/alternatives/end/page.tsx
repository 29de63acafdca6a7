import { KeptForm } from '@/components/form/kept-form';
import { Undoes } from '@/components/page/undoes';
import { endComparison } from '@/features/alternatives/actions';
import * as acts from '@/features/alternatives/acts';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { comparisonPage } from '../comparison-page';

export default comparisonPage(({ locale, asked, t, crumb, cancel, why, form }) => (
  <Act
    crumb={crumb}
    title={t.room.desk.alternatives_end.act}
    lead={t.end.lead}
    blocked={why('alternatives_end', whyNot(acts.endComparison, asked))}
  >
    <Undoes losses={acts.endComparison.undoes?.(asked.facts, asked.now)} locale={locale} />
    <KeptForm
      action={endComparison}
      fields={[{ kind: 'textarea', name: 'reason', label: t.end.reason, rows: 3 }]}
      submitLabel={t.end.submit}
      danger
      {...form}
      cancel={cancel}
    />
  </Act>
));
