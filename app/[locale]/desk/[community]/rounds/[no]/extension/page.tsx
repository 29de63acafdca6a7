import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { extendRound } from '@/features/rounds/actions';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { formatMoment } from '@/lib/words';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, page, t, crumb, why, initial, hidden } = await begin(params, 'extension');
  if (!page?.round) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={t.desk.extendTitle}
      lead={t.desk.extendLead(formatMoment(page.round.closesAt, locale))}
      blocked={why(page.may.extend ? page.blocked.extension : { code: 'not_allowed' })}
    >
      <ActionForm
        action={extendRound}
        fields={[{ kind: 'date', name: 'closesOn', label: t.desk.closesOn, required: true }]}
        hidden={hidden}
        initial={initial}
        submitLabel={t.desk.extend}
        locale={locale}
      />
    </Act>
  );
}
