import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Act } from '@/features/proposals/components/act';
import { redesign } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { roundReason } from '@/features/rounds/components/steps';
import { messages } from '@/features/rounds/messages';
import { roundsAsked } from '@/features/rounds/queries';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const asked = await roundsAsked(call, { no });
  if (!asked) return null;
  const t = pick(messages, locale);
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'proposals', no), label: asked.facts.title }}
      title={t.desk.redesignTitle}
      lead={t.desk.redesignLead}
      blocked={roundReason('redesign', whyNot(acts.redesign, asked), locale)}
    >
      <KeptForm
        action={redesign}
        fields={[{ kind: 'textarea', name: 'reason', label: t.desk.reason }]}
        {...form}
        about={{ proposal: no }}
        submitLabel={t.desk.redesign}
      />
    </Act>
  );
});
