import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { confirmGroups } from '@/features/scoping/actions';
import * as acts from '@/features/scoping/acts';
import { GroupList } from '@/features/scoping/components/group-list';
import { scopingReason } from '@/features/scoping/components/steps';
import { messages } from '@/features/scoping/messages';
import { scopingAsked } from '@/features/scoping/queries';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { pick } from '@/lib/words';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, call, proposal, crumb, cancel, hidden } = await begin(
    params,
    'groups',
    'confirmation',
  );
  const asked = proposal && (await scopingAsked(call, { no }));
  if (!proposal || !asked) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const w = pick(messages, locale);
  const why = whyNot(acts.confirmGroups, asked);
  return (
    <Act
      crumb={crumb}
      title={w.acts.confirmation}
      lead={w.confirmation.lead}
      blocked={scopingReason('confirmation', why, locale)}
    >
      <GroupList groups={proposal.groups} locale={locale} />
      <ActionForm
        action={confirmGroups}
        fields={[]}
        submitLabel={w.confirmation.submit}
        {...{ locale, hidden, cancel }}
      />
    </Act>
  );
}
