import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { listUnits } from '@/features/repairs/actions';
import * as acts from '@/features/repairs/acts';
import { homeOf } from '@/features/repairs/components/units';
import { messages } from '@/features/repairs/messages';
import { casesToList } from '@/features/repairs/queries/desk';
import { whyNot } from '@/lib/act';
import { inWords } from '@/lib/forms';
import { repairPage } from '../repair-page';

export default repairPage(async ({ locale, call, asked, t, crumb, cancel, form }) => {
  const { id, repair } = asked.facts;
  const why = whyNot(acts.listUnits, asked);
  const cases = (repair && (await casesToList(call, { proposal: id, repair: repair.id }))) ?? [];
  return (
    <Act crumb={crumb} title={t.list.title} lead={t.list.lead} blocked={why && inWords(why, locale, messages).message}>
      <KeptForm
        action={listUnits}
        fields={[
          ...(cases.length > 0
            ? [
                {
                  kind: 'checkboxes' as const,
                  name: 'cases' as const,
                  label: t.list.cases,
                  options: cases.map((one) => ({
                    value: String(one.no),
                    label: t.list.case(one.no, one.title, homeOf(one)),
                  })),
                },
              ]
            : []),
          { kind: 'textarea', name: 'doors', label: t.list.doors, hint: t.list.doorsHint, rows: 10 },
        ]}
        submitLabel={t.list.submit}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
