import { KeptForm } from '@/components/form/kept-form';
import { citeChanges } from '@/features/plans/actions';
import * as acts from '@/features/plans/acts';
import { Changed } from '@/features/plans/components/changed';
import { changeFields } from '@/features/plans/components/fields';
import { planReason } from '@/features/plans/components/steps';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { draftPage } from '../../plan-page';

export default draftPage(({ locale, desk, t, plans, form }) => {
  const fields = changeFields(desk, locale).map((field) => {
    const [name, clause] = field.name.split('_');
    return name === 'note'
      ? { ...field, above: <Changed desk={desk} no={Number(clause)} locale={locale} heading="h2" /> }
      : field;
  });
  return (
    <Act
      crumb={{ href: plans, label: t.desk.title }}
      title={t.desk.changesTitle}
      lead={t.desk.changesLead}
      blocked={planReason('changes', whyNot(acts.citeChanges, desk.asked), locale)}
    >
      <KeptForm action={citeChanges} fields={fields} {...form} submitLabel={t.desk.saveChanges} />
    </Act>
  );
});
