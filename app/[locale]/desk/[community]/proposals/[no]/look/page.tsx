import { KeptForm } from '@/components/form/kept-form';
import { mayReadCases } from '@/features/cases/policy';
import { lookAtProposal } from '@/features/proposals/actions';
import { lookAt } from '@/features/proposals/acts';
import { About } from '@/features/proposals/components/about';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { proposalPage } from '../proposal-page';

export default proposalPage(({ locale, community, proposal, t, crumb, cancel, form }) => (
  <Act
    crumb={crumb}
    title={t.room.desk.look.act}
    lead={t.look.lead}
    blocked={reasonIn(messages, 'look', whyNot(lookAt, proposal.asked), locale)}
  >
    <About proposal={proposal} handlesCases={mayReadCases(proposal.who)} slug={community} locale={locale} />
    <KeptForm
      action={lookAtProposal}
      fields={[
        { kind: 'textarea', name: 'problem', label: t.look.problem, rows: 8, defaultValue: proposal.problem },
        { kind: 'textarea', name: 'ask', label: t.look.ask, rows: 3, defaultValue: proposal.ask },
      ]}
      submitLabel={t.look.submit}
      {...form}
      cancel={cancel}
    />
  </Act>
));
