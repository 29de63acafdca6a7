import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Act } from '@/features/proposals/components/act';
import { redesign } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { roundReason } from '@/features/rounds/components/steps';
import { messages } from '@/features/rounds/messages';
import { roundsAsked } from '@/features/rounds/queries';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'proposals', no, 'redesign');
  const person = await requirePerson(locale, path);
  const asked = await roundsAsked({ by: { person }, community }, { no });
  if (!asked) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const kept = await keptDraft(person, path);
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'proposals', no), label: asked.facts.title }}
      title={t.desk.redesignTitle}
      lead={t.desk.redesignLead}
      blocked={roundReason('redesign', whyNot(acts.redesign, asked), locale)}
    >
      <ActionForm
        action={redesign}
        fields={[{ kind: 'textarea', name: 'reason', label: t.desk.reason, required: true, maxLength: 600 }]}
        hidden={{ community, locale, submission: randomUUID(), back: path, proposal: String(no) }}
        initial={kept ? { values: kept } : {}}
        submitLabel={t.desk.redesign}
        locale={locale}
      />
    </Act>
  );
}
