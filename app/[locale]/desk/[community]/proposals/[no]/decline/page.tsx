import { KeptForm } from '@/components/form/kept-form';
import { Undoes } from '@/components/page/undoes';
import { mayReadCases } from '@/features/cases/policy';
import { declineProposal, takeBackDecline } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { About } from '@/features/proposals/components/about';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { TAKE_BACK_HOURS } from '@/lib/undoing';
import { proposalPage } from '../proposal-page';

export default proposalPage(({ locale, community, proposal, t, crumb, cancel, form }) => {
  const { asked } = proposal;
  const reason = { kind: 'textarea', name: 'reason', label: t.desk.reason, rows: 4 } as const;
  if (asked.facts.state === 'declined')
    return (
      <Act
        crumb={crumb}
        title={t.desk.declineBack}
        lead={t.desk.declineBackLead(TAKE_BACK_HOURS)}
        blocked={reasonIn(messages, 'undecline', whyNot(acts.takeBackDecline, asked), locale)}
      >
        <KeptForm
          action={takeBackDecline}
          fields={[reason]}
          submitLabel={t.desk.declineBack}
          {...form}
          cancel={cancel}
        />
      </Act>
    );
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.decline}
      lead={t.desk.declineLead}
      blocked={reasonIn(messages, 'decline', whyNot(acts.decline, asked), locale)}
    >
      <About proposal={proposal} handlesCases={mayReadCases(proposal.who)} slug={community} locale={locale} />
      <Undoes losses={acts.decline.undoes?.(asked.facts, asked.now)} locale={locale} />
      <KeptForm
        action={declineProposal}
        fields={[reason, { kind: 'text', name: 'askInstead', label: t.desk.askInstead }]}
        submitLabel={t.desk.declineButton}
        danger
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
