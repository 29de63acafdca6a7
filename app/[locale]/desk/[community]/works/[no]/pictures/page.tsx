import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PictureLook } from '@/features/pictures/components/picture-look';
import { messages } from '@/features/pictures/messages';
import { mayLookAtPictures } from '@/features/pictures/policy';
import { sitePictures } from '@/features/pictures/queries';
import { Act } from '@/features/proposals/components/act';
import { pick } from '@/lib/words';
import { sitePage } from '../site-page';

export default sitePage(async ({ locale, community, no, call, work, crumb }) => {
  const t = pick(messages, locale).look;
  const looks = mayLookAtPictures(work.asked.who) !== null;
  const pictures = (await sitePictures(call, { works: no })) ?? [];
  return (
    <Act crumb={crumb} title={t.title} lead={t.lead} blocked={looks ? null : t.notYours}>
      {pictures.length === 0 && <Empty text={t.none} />}
      {work.milestones.map(({ position, name }) => {
        const own = pictures.filter((one) => one.position === position);
        if (own.length === 0) return null;
        return (
          <Section key={position} title={name} id={`milestone-${position}`}>
            {own.map((one) => (
              <PictureLook key={one.id} picture={one} looks={looks} locale={locale} community={community} />
            ))}
          </Section>
        );
      })}
    </Act>
  );
});
