import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { saveDraft } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { writableHouseholds } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin, draftFields } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; draft: string }>) {
  const { locale, community, draft, call, person, path, at, hidden, t } = await begin(params);
  if (!draft) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const writable = (await writableHouseholds(call, {})) ?? { lives: false, households: [] };
  const values = await keptDraft(person, path);
  return (
    <Act
      crumb={{ href: to.act(locale, community, 'proposals', 'new'), label: t.draft.title }}
      title={t.draft.editTitle}
      lead={t.draft.version(draft.rowVersion)}
    >
      <ActionForm
        action={saveDraft}
        fields={draftFields(locale, writable, draft)}
        submitLabel={t.draft.save}
        hidden={{ ...hidden, rowVersion: String(draft.rowVersion) }}
        initial={values ? { values } : {}}
        cancel={{ href: at('discard'), label: t.draft.discard }}
        locale={locale}
      />
    </Act>
  );
}
