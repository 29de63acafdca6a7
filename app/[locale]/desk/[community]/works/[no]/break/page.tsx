import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { breakWorks } from '@/features/works/actions';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, work, t, crumb, cancel, why, initial, hidden } = await begin(params, 'break');
  if (!work) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act crumb={crumb} title={t.desk.breakTitle} lead={t.desk.breakLead} blocked={why('breach')}>
      <ActionForm
        action={breakWorks}
        fields={[{ kind: 'textarea', name: 'reason', label: t.desk.reason, required: true, rows: 5, maxLength: 600 }]}
        hidden={hidden()}
        submitLabel={t.desk.break}
        danger
        {...{ initial, cancel, locale }}
      />
    </Act>
  );
}
