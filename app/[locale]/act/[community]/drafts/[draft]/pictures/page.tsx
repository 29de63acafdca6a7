import { ActionLink, Actions } from '@/components/page/section';
import { PictureList } from '@/features/pictures/components/picture-list';
import { PictureRemoval } from '@/features/pictures/components/picture-removal';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { picturesOf } from '@/features/pictures/queries';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { Act } from '@/features/proposals/components/act';
import { draftPage } from '../draft-page';

export default draftPage(async ({ locale, community, id, draft, call, at, t, search }) => {
  const pictures = (await picturesOf(call, { subject: 'proposal', id })) ?? [];
  return (
    <Act crumb={{ href: at(), label: draft.title }} title={t.draft.picturesTitle} lead={t.draft.picturesLead}>
      <PictureList pictures={pictures} locale={locale} />
      <PictureRemoval pictures={pictures} locale={locale} community={community} />
      {pictures.length < MOST_PICTURES && (
        <PictureUpload
          subject="proposal"
          subjectId={id}
          locale={locale}
          community={community}
          refusal={search.picture}
        />
      )}
      <Actions>
        <ActionLink href={at('submission')} ghost={pictures.length === 0}>
          {pictures.length === 0 ? t.draft.skipPictures : t.draft.toPictures}
        </ActionLink>
      </Actions>
    </Act>
  );
});
