import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages as beyond } from '@/features/beyond/messages';
import { Act } from '@/features/proposals/components/act';
import { decideGate } from '@/features/scoping/actions';
import * as acts from '@/features/scoping/acts';
import { messages } from '@/features/scoping/messages';
import { scopingAsked } from '@/features/scoping/queries';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { formatDate, pick } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, no, call, proposal, t, crumb, form }) => {
  const asked = proposal && (await scopingAsked(call, { no }));
  if (!proposal || !asked) return null;
  const w = pick(messages, locale);
  const reason = reasonIn(messages, 'gates', whyNot(acts.decideGate, asked), locale);
  const outcomes = (['satisfied', 'not_applicable'] as const).map((value) => ({
    value,
    label: w.gates.outcomes[value],
  }));
  return (
    <Act crumb={crumb} title={w.acts.gates} lead={`${w.gates.lead} ${t.lawyer}`}>
      {proposal.gates.length === 0 && <p>{w.gates.none}</p>}
      {proposal.gates.length > 0 && (
        <Actions>
          <ActionLink href={`${crumb.href}/papers`} ghost>
            {pick(beyond, locale).desk.papers}
          </ActionLink>
        </Actions>
      )}
      {reason && (
        <Notice kind="warn">
          <p>{reason}</p>
        </Notice>
      )}
      {proposal.gates.map((gate) => (
        <Section key={gate.key} title={t.gates[gate.key] ?? gate.key} id={gate.key}>
          <p>
            {gate.law && `${t.statutes[gate.law.statute]}${t.article(gate.law.articles)} · `}
            {t.gateStates[gate.state]}
            {gate.decidedOn && ` · ${formatDate(gate.decidedOn, locale)}`}
          </p>
          {gate.evidence && <p>{gate.evidence}</p>}
          {!reason && (
            <KeptForm
              id={gate.key}
              action={decideGate}
              fields={[
                { kind: 'radio', name: 'outcome', label: w.gates.outcome, options: outcomes },
                { kind: 'textarea', name: 'evidence', label: w.gates.evidence },
                { kind: 'date', name: 'decidedOn', label: w.gates.decidedOn, when: w.gates.decidedWhen },
              ]}
              submitLabel={gate.state === 'open' ? w.gates.submit : w.gates.again}
              {...form}
              about={{ proposal: no, gate: gate.key }}
            />
          )}
        </Section>
      ))}
    </Act>
  );
});
