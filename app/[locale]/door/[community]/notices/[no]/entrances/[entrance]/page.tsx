import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { proofFields } from '@/features/opinions/components/fields';
import { Act } from '@/features/proposals/components/act';
import { recordOpposition } from '@/features/signoff/actions';
import { messages } from '@/features/signoff/messages';
import { doorNotice } from '@/features/signoff/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; entrance: string }>) {
  const { locale: segment, community, no: given, entrance: which } = await params;
  const locale = localeFrom(segment);
  const [no, entrance] = [numberFrom(given) ?? 0, numberFrom(which) ?? 0];
  const path = to.door(locale, community, 'notices', no, 'entrances', entrance);
  const person = await requirePerson(locale, path);
  const page = await doorNotice({ by: { person }, community }, { no, entrance });
  if (!page?.here) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale).door;
  const kept = await keptDraft(person, path);
  const homes = page.homes.map((one) => ({ value: String(one.household), label: one.door }));
  return (
    <Act
      crumb={{ href: to.door(locale, community, 'notices', no), label: page.title }}
      title={t.entrance(page.here.building, page.here.no)}
      lead={t.lead}
      blocked={page.running ? null : t.over}
    >
      <ActionForm
        action={recordOpposition}
        fields={[
          { kind: 'select', name: 'household', label: t.household, required: true, options: homes },
          { kind: 'textarea', name: 'words', label: t.words, required: true, rows: 5, maxLength: 1000 },
          ...proofFields(locale, page.witnesses),
        ]}
        hidden={{ community, locale, submission: randomUUID(), proposal: String(no), back: path }}
        initial={kept ? { values: kept } : {}}
        submitLabel={t.submit}
        locale={locale}
      />
      <p>{t.saved}</p>
    </Act>
  );
}
