import { KeptForm } from '@/components/form/kept-form';
import { saveDraft } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { draftFields } from '@/features/proposals/components/draft-fields';
import { writableHouseholds } from '@/features/proposals/queries/drafts';
import * as to from '@/lib/addresses';
import { draftPage } from './draft-page';

export default draftPage(async ({ locale, community, draft, call, at, t, form }) => {
  const writable = (await writableHouseholds(call, {})) ?? { lives: false, households: [] };
  return (
    <Act
      crumb={{ href: to.act(locale, community, 'proposals', 'new'), label: t.draft.title }}
      title={t.draft.editTitle}
      lead={t.draft.version(draft.rowVersion)}
    >
      <KeptForm
        action={saveDraft}
        fields={draftFields(locale, writable, draft)}
        submitLabel={t.draft.save}
        {...form}
        about={{ ...form.about, rowVersion: draft.rowVersion }}
        cancel={{ href: at('discard'), label: t.draft.discard }}
      />
    </Act>
  );
});
