import { KeptForm } from '@/components/form/kept-form';
import { mergeProposal } from '@/features/mergers/actions';
import { merge } from '@/features/mergers/acts';
import { SideBySide } from '@/features/mergers/components/side-by-side';
import { messages } from '@/features/mergers/messages';
import { deskMerger } from '@/features/mergers/queries';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { pick } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, community, no, call, proposal, crumb, cancel, form }) => {
  const merger = proposal && (await deskMerger(call, { no }));
  if (!merger) return null;
  const t = pick(messages, locale);
  const { candidates } = merger;
  const blocked =
    reasonIn(messages, 'merger', whyNot(merge, merger.asked), locale) ?? (candidates.length === 0 ? t.none : null);
  return (
    <Act crumb={crumb} title={t.acts.merger} lead={t.lead} blocked={blocked}>
      <SideBySide own={merger} others={candidates} locale={locale} slug={community} />
      <KeptForm
        action={mergeProposal}
        fields={[
          {
            kind: 'radio',
            name: 'into',
            label: t.into,
            hint: t.intoHint,
            options: candidates.map((one) => ({
              value: String(one.no),
              label: t.choice(one.no, one.title, one.place),
            })),
          },
          { kind: 'textarea', name: 'reason', label: t.reason, rows: 3 },
        ]}
        submitLabel={t.merge}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
