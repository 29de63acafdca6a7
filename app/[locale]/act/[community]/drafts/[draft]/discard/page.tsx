import { KeptForm } from '@/components/form/kept-form';
import { discardDraft } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { draftPage } from '../draft-page';

export default draftPage(({ draft, at, t, form }) => {
  return (
    <Act crumb={{ href: at(), label: draft.title }} title={t.draft.discardTitle} lead={t.draft.discardLead}>
      <KeptForm
        action={discardDraft}
        submitLabel={t.draft.discardButton}
        cancel={{ href: at(), label: t.draft.editTitle }}
        danger
        {...form}
      />
    </Act>
  );
});
