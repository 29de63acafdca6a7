import { Empty } from '@/components/page/notice';
import { PictureLook } from '@/features/pictures/components/picture-look';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { mayLookAtPictures } from '@/features/pictures/policy';
import { picturesOf } from '@/features/pictures/queries';
import { Act } from '@/features/proposals/components/act';
import { has } from '@/lib/actor';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, community, call, proposal, t, crumb, search }) => {
  const pictures = (await picturesOf(call, { subject: 'proposal', id: proposal.id })) ?? [];
  const looks = mayLookAtPictures(proposal.who) !== null;
  return (
    <Act crumb={crumb} title={t.desk.picturesTitle} lead={t.desk.picturesLead}>
      {pictures.length === 0 && <Empty text={t.desk.noPictures} />}
      {pictures.map((one) => (
        <PictureLook key={one.id} picture={one} looks={looks} locale={locale} community={community} />
      ))}
      {has(proposal.who, 'social-worker') && pictures.length < 8 && (
        <PictureUpload
          subject="proposal"
          subjectId={proposal.id}
          locale={locale}
          community={community}
          refusal={search.picture}
        />
      )}
    </Act>
  );
});
