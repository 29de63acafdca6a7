import { KeptForm } from '@/components/form/kept-form';
import { separateProposal } from '@/features/mergers/actions';
import { separate } from '@/features/mergers/acts';
import { messages } from '@/features/mergers/messages';
import { deskMerger } from '@/features/mergers/queries';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { formatUntil, pick } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, no, call, proposal, crumb, cancel, form }) => {
  const merger = proposal && (await deskMerger(call, { no }));
  if (!merger) return null;
  const t = pick(messages, locale);
  const { into, undoUntil } = merger;
  const lead =
    into && undoUntil ? `${t.separationLead(into.no, into.title)}${t.until(formatUntil(undoUntil, locale))}` : '';
  return (
    <Act
      crumb={crumb}
      title={t.acts.separation}
      lead={lead}
      blocked={reasonIn(messages, 'separation', whyNot(separate, merger.asked), locale)}
    >
      <KeptForm
        action={separateProposal}
        fields={[{ kind: 'textarea', name: 'reason', label: t.separationReason, rows: 3 }]}
        submitLabel={t.separate}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
