import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { citeChanges } from '@/features/plans/actions';
import * as acts from '@/features/plans/acts';
import { Changed } from '@/features/plans/components/changed';
import { changeFields } from '@/features/plans/components/fields';
import { planReason } from '@/features/plans/components/steps';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; version: string }>) {
  const { locale, community, desk, t, plans, initial, hidden } = await begin(params, 'changes');
  if (!desk?.draft) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
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
      <ActionForm
        action={citeChanges}
        fields={fields}
        hidden={hidden()}
        initial={initial}
        submitLabel={t.desk.saveChanges}
        locale={locale}
      />
    </Act>
  );
}
