import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { discardDraft } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; draft: string }>) {
  const { locale, community, draft, at, hidden, t } = await begin(params, 'discard');
  if (!draft) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act crumb={{ href: at(), label: draft.title }} title={t.draft.discardTitle} lead={t.draft.discardLead}>
      <ActionForm
        action={discardDraft}
        fields={[]}
        submitLabel={t.draft.discardButton}
        cancel={{ href: at(), label: t.draft.editTitle }}
        danger
        {...{ locale, hidden }}
      />
    </Act>
  );
}
