import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { completeWorks } from '@/features/works/actions';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, work, t, crumb, cancel, why, initial, hidden } = await begin(params, 'completion');
  if (!work) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act crumb={crumb} title={t.desk.completionTitle} lead={t.desk.completionLead} blocked={why('completion')}>
      <ActionForm
        action={completeWorks}
        fields={[]}
        hidden={hidden()}
        submitLabel={t.desk.complete}
        {...{ initial, cancel, locale }}
      />
    </Act>
  );
}
