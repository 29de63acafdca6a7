import { KeptForm } from '@/components/form/kept-form';
import { Undoes } from '@/components/page/undoes';
import { mayReadCases } from '@/features/cases/policy';
import { declineProposal } from '@/features/proposals/actions';
import { decline } from '@/features/proposals/acts';
import { About } from '@/features/proposals/components/about';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { proposalPage } from '../proposal-page';

export default proposalPage(({ locale, community, proposal, t, crumb, cancel, form }) => {
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.decline}
      lead={t.desk.declineLead}
      blocked={reasonIn(messages, 'decline', whyNot(decline, proposal.asked), locale)}
    >
      <About proposal={proposal} handlesCases={mayReadCases(proposal.who)} slug={community} locale={locale} />
      <Undoes losses={decline.undoes?.(proposal.asked.facts, proposal.asked.now)} locale={locale} />
      <KeptForm
        action={declineProposal}
        fields={[
          { kind: 'textarea', name: 'reason', label: t.desk.reason, rows: 4 },
          { kind: 'text', name: 'askInstead', label: t.desk.askInstead },
        ]}
        submitLabel={t.desk.declineButton}
        danger
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
