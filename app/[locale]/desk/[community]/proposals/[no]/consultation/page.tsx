import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { startConsultation } from '@/features/scoping/actions';
import * as acts from '@/features/scoping/acts';
import { GroupList } from '@/features/scoping/components/group-list';
import { groupsShown } from '@/features/scoping/input';
import { messages } from '@/features/scoping/messages';
import { scopingAsked, scopingChoices } from '@/features/scoping/queries';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, no, call, proposal, crumb, cancel, form }) => {
  const choices = proposal && (await scopingChoices(call, { no }));
  const asked = choices && (await scopingAsked(call, { no }));
  if (!proposal || !asked) return null;
  const t = pick(messages, locale);
  const w = t.consultation;
  const { reach, agree } = proposal.rule ?? choices.rule;
  const options = choices.standIns.map(({ id, name }) => ({ value: String(id), label: name }));
  const why = whyNot(acts.startConsultation, asked);
  return (
    <Act
      crumb={crumb}
      title={t.acts.consultation}
      lead={w.lead}
      blocked={reasonIn(messages, 'consultation', why, locale)}
    >
      <GroupList groups={proposal.groups} locale={locale} />
      <Section title={w.rule}>
        <ul>
          <li>{w.reach(...reach)}</li>
          <li>{w.agree(...agree)}</li>
          <li>{w.each}</li>
        </ul>
      </Section>
      <p>{choices.uncovered === 0 ? w.covered : w.uncovered(choices.uncovered)}</p>
      <KeptForm
        action={startConsultation}
        fields={choices.uncovered === 0 ? [] : [{ kind: 'select', name: 'standIn', label: w.standIn, options }]}
        submitLabel={w.submit}
        {...form}
        about={{ ...form.about, shown: showing(groupsShown(proposal.groups)) }}
        cancel={cancel}
      />
    </Act>
  );
});
