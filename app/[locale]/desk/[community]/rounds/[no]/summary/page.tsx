import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { summariseRound } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, page, t, crumb, why, initial, hidden } = await begin(params, 'summary');
  if (!page?.round) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={t.desk.summaryTitle}
      lead={t.desk.summaryLead}
      blocked={why(whyNot(acts.summariseRound, page.asked))}
    >
      <ActionForm
        action={summariseRound}
        fields={[
          { kind: 'textarea', name: 'summary', label: t.desk.summary, required: true, rows: 8, maxLength: 1200 },
        ]}
        hidden={hidden}
        initial={initial}
        submitLabel={t.desk.summarise}
        locale={locale}
      />
    </Act>
  );
}
