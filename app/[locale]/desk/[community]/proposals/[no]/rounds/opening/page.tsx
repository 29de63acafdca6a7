import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { actPage } from '@/components/page/act-page';
import { Undoes } from '@/components/page/undoes';
import { versionsOf } from '@/features/plans/rules';
import { Act } from '@/features/proposals/components/act';
import { openRound } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { roundReason } from '@/features/rounds/components/steps';
import { planShown } from '@/features/rounds/input';
import { messages } from '@/features/rounds/messages';
import { roundsAsked } from '@/features/rounds/queries';
import { leastDays } from '@/features/rounds/rules/window';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { addDays, shanghaiDate } from '@/lib/calendar';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const asked = await roundsAsked(call, { no });
  if (!asked) return null;
  const t = pick(messages, locale);
  const { plans, households, roundDays } = asked.facts;
  const { published } = versionsOf(plans);
  const [today, days] = [shanghaiDate(asked.now), leastDays(roundDays)];
  const last = addDays(today, days);
  const fields: FieldsOf<typeof openRound> = [
    { kind: 'date', name: 'opensOn', label: t.desk.opensOn, hint: t.desk.opensHint, min: today },
    {
      kind: 'date',
      name: 'closesOn',
      label: t.desk.closesOn,
      hint: t.desk.closesHint(days),
      min: last,
      defaultValue: last,
    },
  ];
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'proposals', no), label: asked.facts.title }}
      title={t.desk.openTitle}
      lead={published && t.desk.openLead(published.version, published.title, households)}
      blocked={roundReason('opening', whyNot(acts.openRound, asked), locale)}
    >
      <Undoes losses={acts.openRound.undoes?.(asked.facts, asked.now)} locale={locale} />
      <KeptForm
        action={openRound}
        fields={fields}
        {...form}
        about={{ proposal: no, shown: showing(planShown(published)) }}
        submitLabel={t.desk.open}
      />
    </Act>
  );
});
