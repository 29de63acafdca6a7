import { randomUUID } from 'node:crypto';
import { Facts } from '@/components/data/facts';
import { ActionForm } from '@/components/form/action-form';
import type { FieldSpec } from '@/components/form/spec';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { confirmShelving, proposeShelving, refuseShelving } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { deskReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
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
  const { asked } = proposal;
  const { shelvingProposed: proposed } = asked.facts;
  const offices: Record<string, string> = t.roles;
  const act = { locale, hidden, cancel };
  const reason: FieldSpec = {
    kind: 'textarea',
    name: 'reason',
    label: t.desk.reason,
    required: true,
    rows: 4,
    maxLength: 1000,
  };
  const shelving = proposed ? acts.confirmShelving : acts.proposeShelving;
  const why = deskReason('shelving', whyNot(shelving, asked), locale);
  if (!proposed)
    return (
      <Act crumb={crumb} title={t.desk.acts.shelving} lead={t.desk.shelvingLead} blocked={why}>
        <ActionForm
          action={proposeShelving}
          fields={[reason, { kind: 'date', name: 'lookAgainOn', label: t.desk.lookAgainOn, required: true }]}
          submitLabel={t.desk.proposeButton}
          initial={initial}
          {...act}
        />
      </Act>
    );
  const day = formatDate(proposed.at, locale);
  return (
    <>
      <Act crumb={crumb} title={t.desk.acts.shelving} lead={t.desk.confirmLead}>
        <Facts
          items={[
            {
              ...{ key: 'by', term: t.desk.proposedBy },
              value: t.desk.proposedOn(offices[proposed.role] ?? proposed.role, day),
            },
            { key: 'reason', term: t.desk.reason, value: proposed.reason },
            {
              ...{ key: 'again', term: t.desk.lookAgainOn },
              value: formatDate(String(proposed.detail.lookAgainOn ?? ''), locale),
            },
          ]}
        />
      </Act>
      <Section title={t.desk.confirmTitle} id="confirmation">
        {why ? (
          <Notice kind="warn">
            <p>{why}</p>
          </Notice>
        ) : (
          <ActionForm action={confirmShelving} fields={[]} submitLabel={t.desk.confirmButton} danger {...act} />
        )}
      </Section>
      {whyNot(acts.refuseShelving, asked) === null && (
        <Section title={t.desk.refuseTitle} id="refusal">
          <p>{t.desk.refuseLead}</p>
          <ActionForm
            id="refuse"
            action={refuseShelving}
            fields={[reason]}
            submitLabel={t.desk.refuseShelving}
            initial={initial}
            {...act}
            hidden={{ ...hidden, submission: randomUUID() }}
          />
        </Section>
      )}
    </>
  );
}
