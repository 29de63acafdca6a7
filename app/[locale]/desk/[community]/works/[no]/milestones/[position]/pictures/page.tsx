import { PictureList } from '@/features/pictures/components/picture-list';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { messages } from '@/features/pictures/messages';
import { picturesOf } from '@/features/pictures/queries';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { Act } from '@/features/proposals/components/act';
import { pick } from '@/lib/words';
import { milestonePage } from '../../../site-page';

export default milestonePage(async ({ locale, community, path, call, one, reasons, t, search }) => {
  const pictures = (await picturesOf(call, { subject: 'milestone', id: one.id })) ?? [];
  const full = pictures.length >= MOST_PICTURES ? pick(messages, locale).upload.full : null;
  return (
    <Act
      crumb={{ href: path.slice(0, -'/pictures'.length), label: one.name }}
      title={t.desk.addPictures}
      blocked={reasons.upload ? full : pick(messages, locale).refusals.not_allowed}
    >
      <PictureList pictures={pictures} locale={locale} />
      <PictureUpload
        subject="milestone"
        subjectId={one.id}
        refusal={search.picture}
        locale={locale}
        community={community}
      />
    </Act>
  );
});
