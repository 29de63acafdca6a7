import { randomUUID } from 'node:crypto';
import { Missing } from '@/components/page/missing';
import { Empty } from '@/components/page/notice';
import { PictureLook } from '@/features/pictures/components/picture-look';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { mayLookAtPictures } from '@/features/pictures/policy';
import { picturesOf } from '@/features/pictures/queries';
import { Act } from '@/features/proposals/components/act';
import { has } from '@/lib/actor';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

type Props = P<{ community: string; no: string }> & { searchParams: Promise<{ picture?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { locale, community, path, call, proposal, t, crumb, initial } = await begin(params, 'pictures');
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const pictures = (await picturesOf(call, { subject: 'proposal', id: proposal.id })) ?? [];
  const looks = mayLookAtPictures(proposal.who) !== null;
  const { picture: refusal } = await searchParams;
  return (
    <Act crumb={crumb} title={t.desk.picturesTitle} lead={t.desk.picturesLead}>
      {pictures.length === 0 && <Empty text={t.desk.noPictures} />}
      {pictures.map((one) => (
        <PictureLook key={one.id} picture={one} back={path} {...{ looks, locale, community }} />
      ))}
      {has(proposal.who, 'social-worker') && pictures.length < 8 && (
        <PictureUpload
          subject="proposal"
          subjectId={proposal.id}
          back={path}
          submission={randomUUID()}
          caption={initial.values?.caption}
          {...{ locale, community, refusal }}
        />
      )}
    </Act>
  );
}
