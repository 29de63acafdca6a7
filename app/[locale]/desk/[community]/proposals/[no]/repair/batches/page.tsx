import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { planBatch } from '@/features/repairs/actions';
import * as acts from '@/features/repairs/acts';
import { unitOptions } from '@/features/repairs/components/units';
import { messages } from '@/features/repairs/messages';
import { homesAt } from '@/features/repairs/queries/desk';
import { whyNot } from '@/lib/act';
import { inWords } from '@/lib/forms';
import { repairPage } from '../repair-page';

export default repairPage(async ({ locale, call, asked, t, crumb, cancel, form }) => {
  const why = whyNot(acts.planBatch, asked);
  const repair = asked.facts.repair?.id ?? 0;
  const open = (await homesAt(call, { repair, states: ['reported', 'looked'], loose: true })) ?? [];
  const loose = open.filter((one) => one.batch === null);
  return (
    <Act
      crumb={crumb}
      title={t.batch.title}
      lead={t.batch.lead}
      blocked={(why && inWords(why, locale, messages).message) ?? (open.length === 0 ? t.desk.none : null)}
    >
      <KeptForm
        action={planBatch}
        fields={[
          { kind: 'text', name: 'contractor', label: t.batch.contractor },
          { kind: 'date', name: 'from', label: t.batch.from },
          { kind: 'date', name: 'to', label: t.batch.to },
          {
            kind: 'checkboxes',
            name: 'units',
            label: t.batch.units,
            options: unitOptions(open),
            defaultValues: loose.map((one) => String(one.id)),
          },
        ]}
        submitLabel={t.batch.submit}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
