import { actPage } from '@/components/page/act-page';
import { Empty, Notice } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { messages } from '@/features/cases/messages';
import { deskCase } from '@/features/cases/queries';
import { PictureLook } from '@/features/pictures/components/picture-look';
import { PictureRemoval } from '@/features/pictures/components/picture-removal';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { messages as pictureMessages } from '@/features/pictures/messages';
import { mayLookAtPictures } from '@/features/pictures/policy';
import { picturesOf } from '@/features/pictures/queries';
import { mostOf } from '@/features/pictures/rules';
import { Act } from '@/features/proposals/components/act';
import { has } from '@/lib/actor';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, search }) => {
  const one = await deskCase(call, { no });
  if (!one) return null;
  const pictures = (await picturesOf(call, { subject: 'case', id: one.id })) ?? [];
  const t = pick(messages, locale);
  const { look } = pick(pictureMessages, locale);
  const looks = one.postedAt !== null && mayLookAtPictures(one.who) !== null;
  const adds = has(one.who, 'social-worker', 'hotline') && pictures.length < mostOf('case');
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'cases', no), label: t.one.no(no) }}
      title={look.title}
      lead={look.lead}
    >
      {pictures.length === 0 && <Empty text={look.none} />}
      {one.postedAt === null && pictures.length > 0 && (
        <Notice>
          <p>{t.posting.first}</p>
          <Actions>
            <ActionLink href={to.desk(locale, community, 'cases', no, 'posting')} ghost>
              {t.posting.go}
            </ActionLink>
          </Actions>
        </Notice>
      )}
      {pictures.map((picture) => (
        <PictureLook key={picture.id} picture={picture} looks={looks} locale={locale} community={community} />
      ))}
      <PictureRemoval pictures={pictures} locale={locale} community={community} />
      {adds && (
        <PictureUpload
          subject="case"
          subjectId={one.id}
          locale={locale}
          community={community}
          refusal={search.picture}
        />
      )}
    </Act>
  );
});
