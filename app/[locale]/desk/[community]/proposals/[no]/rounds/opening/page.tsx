import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import type { FieldSpec } from '@/components/form/spec';
import { Missing } from '@/components/page/missing';
import { versionsOf } from '@/features/plans/rules';
import { Act } from '@/features/proposals/components/act';
import { openRound } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { roundReason } from '@/features/rounds/components/steps';
import { messages } from '@/features/rounds/messages';
import { roundsAsked } from '@/features/rounds/queries';
import { leastDays } from '@/features/rounds/rules';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { addDays, shanghaiDate } from '@/lib/calendar';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'proposals', no, 'rounds', 'opening');
  const person = await requirePerson(locale, path);
  const asked = await roundsAsked({ by: { person }, community }, { no });
  if (!asked) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const kept = await keptDraft(person, path);
  const { plans, households, roundDays } = asked.facts;
  const { published } = versionsOf(plans);
  const [today, days] = [shanghaiDate(asked.now), leastDays(roundDays)];
  const last = addDays(today, days);
  const fields: FieldSpec[] = [
    { kind: 'date', name: 'opensOn', label: t.desk.opensOn, hint: t.desk.opensHint, min: today },
    {
      ...{ kind: 'date', name: 'closesOn', label: t.desk.closesOn, hint: t.desk.closesHint(days) },
      ...{ min: last, defaultValue: last, required: true },
    },
  ];
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'proposals', no), label: asked.facts.title }}
      title={t.desk.openTitle}
      lead={published && t.desk.openLead(published.version, published.title, households)}
      blocked={roundReason('opening', whyNot(acts.openRound, asked), locale)}
    >
      <ActionForm
        action={openRound}
        fields={fields}
        hidden={{ community, locale, submission: randomUUID(), back: path, proposal: String(no) }}
        initial={kept ? { values: kept } : {}}
        submitLabel={t.desk.open}
        locale={locale}
      />
    </Act>
  );
}
