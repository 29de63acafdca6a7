import { Missing } from '@/components/page/missing';
import { ActionLink, Actions } from '@/components/page/section';
import { PictureList } from '@/features/pictures/components/picture-list';
import { PictureRemoval } from '@/features/pictures/components/picture-removal';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { picturesOf } from '@/features/pictures/queries';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { Act } from '@/features/proposals/components/act';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

type Props = P<{ community: string; draft: string }> & { searchParams: Promise<{ picture?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { locale, community, id, draft, call, person, path, at, hidden, t } = await begin(params, 'pictures');
  if (!draft) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const pictures = (await picturesOf(call, { subject: 'proposal', id })) ?? [];
  const kept = await keptDraft(person, path);
  const { picture: refusal } = await searchParams;
  return (
    <Act crumb={{ href: at(), label: draft.title }} title={t.draft.picturesTitle} lead={t.draft.picturesLead}>
      <PictureList pictures={pictures} locale={locale} />
      <PictureRemoval pictures={pictures} locale={locale} community={community} back={path} />
      {pictures.length < MOST_PICTURES && (
        <PictureUpload
          subject="proposal"
          subjectId={id}
          back={path}
          submission={hidden.submission}
          caption={kept?.caption}
          {...{ locale, community, refusal }}
        />
      )}
      <Actions>
        <ActionLink href={at('submission')} ghost={pictures.length === 0}>
          {pictures.length === 0 ? t.draft.skipPictures : t.draft.toPictures}
        </ActionLink>
      </Actions>
    </Act>
  );
}
