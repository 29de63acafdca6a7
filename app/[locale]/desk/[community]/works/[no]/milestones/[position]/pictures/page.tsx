import { Missing } from '@/components/page/missing';
import { PictureList } from '@/features/pictures/components/picture-list';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { messages } from '@/features/pictures/messages';
import { picturesOf } from '@/features/pictures/queries';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { Act } from '@/features/proposals/components/act';
import { milestoneReasons } from '@/features/works/components/steps';
import { missing } from '@/lib/missing';
import { numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';
import { begin } from '../../../begin';

export const dynamic = 'force-dynamic';

type Props = P<{ community: string; no: string; position: string }> & { searchParams: Promise<{ picture?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { position } = await params;
  const at = numberFrom(position) ?? 0;
  const begun = await begin(params, 'milestones', String(at), 'pictures');
  const { locale, community, path, call, work, t, values } = begun;
  const one = work?.milestones.find((held) => held.position === at);
  const reasons = work && milestoneReasons(work, at, locale);
  if (!one || !reasons) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
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
        refusal={(await searchParams).picture}
        {...{ locale, community }}
      />
    </Act>
  );
}
