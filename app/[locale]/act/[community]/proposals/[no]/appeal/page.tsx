import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { appeal } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, part, t, crumb, cancel, hidden, initial } = await begin(params, 'appeal');
  if (!part) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={t.own.appealTitle}
      lead={t.own.appealLead}
      blocked={ownReason('appeal', whyNot(acts.appeal, part.asked), locale)}
    >
      <ActionForm
        action={appeal}
        fields={[
          { kind: 'textarea', name: 'reason', label: t.own.appealReason, required: true, rows: 5, maxLength: 1000 },
        ]}
        submitLabel={t.own.appealButton}
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
