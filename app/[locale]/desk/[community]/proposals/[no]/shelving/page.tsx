import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import type { FieldFor } from '@/components/form/spec';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { Undoes } from '@/components/page/undoes';
import { confirmShelving, proposeShelving, refuseShelving } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { shelvingShown } from '@/features/proposals/input';
import { messages } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { showing } from '@/lib/shown';
import { formatDate } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(({ locale, proposal, t, crumb, cancel, form }) => {
  const { asked } = proposal;
  const { shelvingProposed: proposed } = asked.facts;
  const offices: Record<string, string> = t.roles;
  const act = { ...form, cancel };
  const reason: FieldFor<'reason'> = {
    kind: 'textarea',
    name: 'reason',
    label: t.desk.reason,
    rows: 4,
  };
  const shelving = proposed ? acts.confirmShelving : acts.proposeShelving;
  const why = reasonIn(messages, 'shelving', whyNot(shelving, asked), locale);
  if (!proposed)
    return (
      <Act crumb={crumb} title={t.desk.acts.shelving} lead={t.desk.shelvingLead} blocked={why}>
        <KeptForm
          action={proposeShelving}
          fields={[reason, { kind: 'date', name: 'lookAgainOn', label: t.desk.lookAgainOn }]}
          submitLabel={t.desk.proposeButton}
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
              key: 'by',
              term: t.desk.proposedBy,
              value: t.desk.proposedOn(offices[proposed.role] ?? proposed.role, day),
            },
            { key: 'reason', term: t.desk.reason, value: proposed.reason },
            {
              key: 'again',
              term: t.desk.lookAgainOn,
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
          <>
            <Undoes losses={acts.confirmShelving.undoes?.(asked.facts, asked.now)} locale={locale} />
            <KeptForm
              action={confirmShelving}
              submitLabel={t.desk.confirmButton}
              danger
              {...act}
              about={{ ...act.about, shown: showing(shelvingShown(asked.facts)) }}
            />
          </>
        )}
      </Section>
      {whyNot(acts.refuseShelving, asked) === null && (
        <Section title={t.desk.refuseTitle} id="refusal">
          <p>{t.desk.refuseLead}</p>
          <KeptForm
            id="refuse"
            action={refuseShelving}
            fields={[reason]}
            submitLabel={t.desk.refuseShelving}
            {...act}
          />
        </Section>
      )}
    </>
  );
});
