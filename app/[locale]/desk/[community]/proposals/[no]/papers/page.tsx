import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { messages } from '@/features/beyond/messages';
import { deskPapers } from '@/features/beyond/queries';
import { PictureLook } from '@/features/pictures/components/picture-look';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { mayAddPicture, mayLookAtPictures } from '@/features/pictures/policy';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { Act } from '@/features/proposals/components/act';
import { pick } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, community, no, call, t, crumb, search }) => {
  const found = await deskPapers(call, { no });
  if (!found) return null;
  const w = pick(messages, locale).desk;
  const looks = mayLookAtPictures(found.who) !== null;
  const nobody = { persons: [], households: [], entrances: [] };
  return (
    <Act crumb={crumb} title={w.papers} lead={w.papersLead}>
      {found.papers.length === 0 && <Empty text={w.noPapers} />}
      {found.papers.map(({ subject, id, name, pictures }) => (
        <Section key={`${subject}-${id}`} title={t.gates[name] ?? name} id={`${subject}-${id}`}>
          {pictures.map((one) => (
            <PictureLook key={one.id} picture={one} looks={looks} locale={locale} community={community} />
          ))}
          {mayAddPicture(found.who, { subject, ...nobody }) && pictures.length < MOST_PICTURES && (
            <PictureUpload
              subject={subject}
              subjectId={id}
              locale={locale}
              community={community}
              refusal={search.picture}
            />
          )}
        </Section>
      ))}
    </Act>
  );
});
