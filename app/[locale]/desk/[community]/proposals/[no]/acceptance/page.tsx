import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { mayReadCases } from '@/features/cases/policy';
import { deskMerger } from '@/features/mergers/queries';
import { acceptProposal } from '@/features/proposals/actions';
import { accept } from '@/features/proposals/acts';
import { About } from '@/features/proposals/components/about';
import { Act } from '@/features/proposals/components/act';
import { deskReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, call, proposal, t, crumb, cancel, hidden } = await begin(params, 'acceptance');
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const candidates = (await deskMerger(call, { no }))?.candidates ?? [];
  return (
    <Act
      crumb={crumb}
      title={t.desk.acts.acceptance}
      lead={t.desk.acceptLead}
      blocked={deskReason('acceptance', whyNot(accept, proposal.asked), locale)}
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
      <ActionForm
        action={acceptProposal}
        fields={[{ kind: 'checkbox', name: 'confirmed', label: t.desk.acceptConfirm(proposal.title), required: true }]}
        submitLabel={t.desk.acceptButton}
        {...{ locale, hidden, cancel }}
      />
    </Act>
  );
}
