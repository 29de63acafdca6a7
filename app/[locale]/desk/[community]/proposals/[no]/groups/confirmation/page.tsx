import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { confirmGroups } from '@/features/scoping/actions';
import * as acts from '@/features/scoping/acts';
import { GroupList } from '@/features/scoping/components/group-list';
import { groupsShown } from '@/features/scoping/input';
import { messages } from '@/features/scoping/messages';
import { scopingAsked } from '@/features/scoping/queries';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';
import { proposalPage } from '../../proposal-page';

export default proposalPage(async ({ locale, no, call, proposal, crumb, cancel, form }) => {
  const asked = proposal && (await scopingAsked(call, { no }));
  if (!proposal || !asked) return null;
  const w = pick(messages, locale);
  const why = whyNot(acts.confirmGroups, asked);
  return (
    <Act
      crumb={crumb}
      title={w.acts.confirmation}
      lead={w.confirmation.lead}
      blocked={reasonIn(messages, 'confirmation', why, locale)}
    >
      <GroupList groups={proposal.groups} locale={locale} />
      <KeptForm
        action={confirmGroups}
        submitLabel={w.confirmation.submit}
        {...form}
        about={{ ...form.about, shown: showing(groupsShown(proposal.groups)) }}
        cancel={cancel}
      />
    </Act>
  );
});
