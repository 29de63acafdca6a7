import { KeptForm } from '@/components/form/kept-form';
import { mayReadCases } from '@/features/cases/policy';
import { deskMerger } from '@/features/mergers/queries';
import { acceptProposal } from '@/features/proposals/actions';
import { accept } from '@/features/proposals/acts';
import { About } from '@/features/proposals/components/about';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { reasonIn } from '@/lib/reason';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, community, no, call, proposal, t, crumb, cancel, form }) => {
  const candidates = (await deskMerger(call, { no }))?.candidates ?? [];
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.acceptance}
      lead={t.desk.acceptLead}
      blocked={reasonIn(messages, 'acceptance', whyNot(accept, proposal.asked), locale)}
    >
      <About
        proposal={proposal}
        handlesCases={mayReadCases(proposal.who)}
        similar={candidates.slice(0, 3)}
        slug={community}
        locale={locale}
      />
      <p>
        {t.desk.instead} <a href={to.desk(locale, community, 'proposals', no, 'merger')}>{t.desk.insteadMerge}</a>
        {locale === 'zh' ? '；' : '; '}
        <a href={to.desk(locale, community, 'proposals', no, 'decline')}>{t.desk.insteadDecline}</a>
      </p>
      <KeptForm
        action={acceptProposal}
        fields={[{ kind: 'checkbox', name: 'confirmed', label: t.desk.acceptConfirm(proposal.title) }]}
        submitLabel={t.desk.acceptButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
