import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { giveSupport, takeBackSupport } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, part, first, t, crumb, cancel, hidden } = await begin(params, 'support');
  if (!part) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const why = whyNot(acts.giveSupport, part.asked);
  return (
    <Act
      crumb={crumb}
      title={t.own.supportTitle}
      lead={part.supports ? t.own.supported : t.own.supportLead}
      first={why?.code === 'not_allowed' ? first : undefined}
      blocked={ownReason('support', why, locale)}
    >
      <ActionForm
        action={part.supports ? takeBackSupport : giveSupport}
        fields={[]}
        submitLabel={part.supports ? t.own.takeBack : t.own.supportButton}
        danger={part.supports}
        {...{ locale, hidden, cancel }}
      />
    </Act>
  );
}
