import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { mergeProposal } from '@/features/mergers/actions';
import { merge } from '@/features/mergers/acts';
import { SideBySide } from '@/features/mergers/components/side-by-side';
import { mergerReason } from '@/features/mergers/components/steps';
import { messages } from '@/features/mergers/messages';
import { deskMerger } from '@/features/mergers/queries';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { pick } from '@/lib/words';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, call, proposal, crumb, cancel, hidden, initial } = await begin(params, 'merger');
  const merger = proposal && (await deskMerger(call, { no }));
  if (!merger) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const { candidates } = merger;
  const blocked =
    mergerReason('merger', whyNot(merge, merger.asked), locale) ?? (candidates.length === 0 ? t.none : null);
  return (
    <Act crumb={crumb} title={t.acts.merger} lead={t.lead} blocked={blocked}>
      <SideBySide own={merger} others={candidates} locale={locale} slug={community} />
      <ActionForm
        action={mergeProposal}
        fields={[
          {
            ...{ kind: 'radio', name: 'into', label: t.into, hint: t.intoHint, required: true },
            options: candidates.map((one) => ({
              value: String(one.no),
              label: t.choice(one.no, one.title, one.place),
            })),
          },
          { kind: 'textarea', name: 'reason', label: t.reason, required: true, rows: 3, maxLength: 1000 },
        ]}
        submitLabel={t.merge}
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
