import { KeptForm } from '@/components/form/kept-form';
import { extendComparison } from '@/features/alternatives/actions';
import * as acts from '@/features/alternatives/acts';
import { Act } from '@/features/proposals/components/act';
import { lastDayOf } from '@/features/rounds/rules/window';
import { whyNot } from '@/lib/act';
import { addDays } from '@/lib/calendar';
import { formatUntil } from '@/lib/words';
import { comparisonPage } from '../comparison-page';

export default comparisonPage(({ locale, asked, t, crumb, cancel, why, form }) => {
  const closesAt = asked.facts.comparison?.closesAt ?? asked.now;
  return (
    <Act
      crumb={crumb}
      title={t.room.desk.alternatives_extension.act}
      lead={t.extend.lead(formatUntil(closesAt, locale))}
      blocked={why('alternatives_extension', whyNot(acts.extendComparison, asked))}
    >
      <KeptForm
        action={extendComparison}
        fields={[{ kind: 'date', name: 'closesOn', label: t.open.closesOn, min: addDays(lastDayOf(closesAt), 1) }]}
        submitLabel={t.extend.submit}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
