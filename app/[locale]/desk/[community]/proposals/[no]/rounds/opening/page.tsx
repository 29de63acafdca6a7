import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import type { FieldSpec } from '@/components/form/spec';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { openRound } from '@/features/rounds/actions';
import { messages } from '@/features/rounds/messages';
import { deskRoundSteps } from '@/features/rounds/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { addDays, shanghaiDate } from '@/lib/calendar';
import { keptDraft } from '@/lib/drafts';
import { inWords } from '@/lib/forms';
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
  const page = await deskRoundSteps({ by: { person }, community }, { no });
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const kept = await keptDraft(person, path);
  const today = shanghaiDate(page.now);
  const last = addDays(today, page.days);
  const refusal = page.blocked.opening ?? (page.may.open ? null : { code: 'opened_by' });
  const fields: FieldSpec[] = [
    { kind: 'date', name: 'opensOn', label: t.desk.opensOn, hint: t.desk.opensHint, min: today },
    {
      ...{ kind: 'date', name: 'closesOn', label: t.desk.closesOn, hint: t.desk.closesHint(page.days) },
      ...{ min: last, defaultValue: last, required: true },
    },
  ];
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'proposals', no), label: page.proposal.title }}
      title={t.desk.openTitle}
      lead={page.plan && t.desk.openLead(page.plan.version, page.plan.title, page.households)}
      blocked={refusal && inWords(refusal, locale, messages).message}
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
