import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { separateProposal } from '@/features/mergers/actions';
import { separate } from '@/features/mergers/acts';
import { mergerReason } from '@/features/mergers/components/steps';
import { messages } from '@/features/mergers/messages';
import { deskMerger } from '@/features/mergers/queries';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { formatUntil, pick } from '@/lib/words';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, call, proposal, crumb, cancel, hidden, initial } = await begin(params, 'separation');
  const merger = proposal && (await deskMerger(call, { no }));
  if (!merger) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const { into, undoUntil } = merger;
  const lead =
    into && undoUntil ? `${t.separationLead(into.no, into.title)}${t.until(formatUntil(undoUntil, locale))}` : '';
  return (
    <Act
      crumb={crumb}
      title={t.acts.separation}
      lead={lead}
      blocked={mergerReason('separation', whyNot(separate, merger.asked), locale)}
    >
      <ActionForm
        action={separateProposal}
        fields={[
          { kind: 'textarea', name: 'reason', label: t.separationReason, required: true, rows: 3, maxLength: 1000 },
        ]}
        submitLabel={t.separate}
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
