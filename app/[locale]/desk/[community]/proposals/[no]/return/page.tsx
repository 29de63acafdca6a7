import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { returnResolution } from '@/features/signoff/actions';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../signoff';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, desk, w, title, blocked, crumb, hidden, initial } = await begin(params, 'return');
  if (!desk) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act crumb={crumb} title={title} lead={w.return.lead} blocked={blocked}>
      <ActionForm
        action={returnResolution}
        fields={[
          { kind: 'textarea', name: 'reason', label: w.return.reason, required: true, rows: 4, maxLength: 1000 },
        ]}
        submitLabel={w.return.submit}
        hidden={hidden()}
        {...{ locale, initial }}
        danger
      />
    </Act>
  );
}
