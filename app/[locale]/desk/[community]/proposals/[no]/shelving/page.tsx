import { Facts } from '@/components/data/facts';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { confirmShelving, proposeShelving } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { deskReason } from '@/features/proposals/components/steps';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { formatDate } from '@/lib/words';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, proposal, t, crumb, cancel, hidden, initial } = await begin(params, 'shelving');
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const proposed = proposal.shelvingProposed;
  const lookAgainOn = String(proposed?.detail.lookAgainOn ?? '');
  const act = { locale, hidden, cancel };
  return (
    <>
      <Act
        crumb={crumb}
        title={t.desk.acts.shelving}
        lead={proposed ? t.desk.confirmLead : t.desk.shelvingLead}
        blocked={deskReason('shelving', proposal.blocks.shelving, locale)}
      >
        {proposed ? (
          <ActionForm action={confirmShelving} fields={[]} submitLabel={t.desk.confirmButton} danger {...act} />
        ) : (
          <ActionForm
            action={proposeShelving}
            fields={[
              { kind: 'textarea', name: 'reason', label: t.desk.reason, required: true, rows: 4, maxLength: 1000 },
              { kind: 'date', name: 'lookAgainOn', label: t.desk.lookAgainOn, required: true },
            ]}
            submitLabel={t.desk.proposeButton}
            initial={initial}
            {...act}
          />
        )}
      </Act>
      {proposed && (
        <Facts
          items={[
            { key: 'reason', term: t.desk.reason, value: proposed.reason },
            { key: 'again', term: t.desk.lookAgainOn, value: formatDate(lookAgainOn, locale) },
            { key: 'on', term: t.desk.acts.shelving, value: t.desk.proposedOn(formatDate(proposed.at, locale)) },
          ]}
        />
      )}
    </>
  );
}
