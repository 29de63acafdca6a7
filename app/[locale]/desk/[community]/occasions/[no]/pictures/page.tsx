import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { NamedOn } from '@/features/depicted/components/named';
import { messages } from '@/features/depicted/messages';
import { mayName } from '@/features/depicted/policy';
import { deskDepicted } from '@/features/depicted/queries';
import { PictureLook } from '@/features/pictures/components/picture-look';
import { PictureRemoval } from '@/features/pictures/components/picture-removal';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { mayLookAtPictures } from '@/features/pictures/policy';
import { picturesOf } from '@/features/pictures/queries';
import { mostOf } from '@/features/pictures/rules';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** Pictures of what was held: who is on each, what they say, and the second look. */
export default actPage(['no'], async ({ locale, community, no, call, form, search }) => {
  const one = await deskDepicted(call, { no });
  if (!one) return null;
  const pictures = (await picturesOf(call, { subject: 'occasion', id: one.id })) ?? [];
  const t = pick(messages, locale).desk;
  const names = mayName(one.who) !== null;
  const looks = mayLookAtPictures(one.who) !== null;
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'occasions', no), label: one.title }}
      title={t.title}
      lead={one.held ? t.lead : t.notHeld}
    >
      {pictures.length === 0 && <Empty text={t.none} />}
      {pictures.map((picture) => {
        const named = one.named.filter((of) => of.picture === picture.id);
        const agreed = named.every(({ answer }) => answer === 'yes');
        return (
          <div key={picture.id}>
            <PictureLook picture={picture} looks={looks && agreed} locale={locale} community={community} />
            <NamedOn picture={picture} named={named} names={names} form={form} />
          </div>
        );
      })}
      <PictureRemoval pictures={pictures} locale={locale} community={community} />
      {names && one.held && pictures.length < mostOf('occasion') && (
        <PictureUpload
          subject="occasion"
          subjectId={one.id}
          locale={locale}
          community={community}
          refusal={search.picture}
        />
      )}
    </Act>
  );
});
