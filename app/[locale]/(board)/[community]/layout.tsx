import type { ReactNode } from 'react';
import { withFold } from '@/components/page/frame';
import { messages } from '@/components/page/messages';
import { Room } from '@/components/page/room';
import { Today } from '@/features/clock/components/today';
import { rooms } from '@/features/rooms';
import * as to from '@/lib/addresses';
import { localeOf } from '@/lib/edition';
import { editionFrom } from '@/lib/page';
import { communityNamed } from '@/lib/site';

export const dynamic = 'force-dynamic';

export default async function Layout(props: {
  children: ReactNode;
  params: Promise<{ locale: string; community: string }>;
}) {
  const { locale: segment, community: slug } = await props.params;
  const edition = editionFrom(segment);
  const locale = localeOf(edition);
  const t = messages[locale];
  const nav = [
    ...withFold(
      rooms
        .flatMap(({ doors = [] }) => doors.filter(({ board }) => board))
        .map(({ path, label }) => ({ href: `${to.community(locale, slug)}/${path}`, label: label[locale] })),
    ),
    { href: to.me(locale), label: t.me },
  ];
  return (
    <Room
      residents
      clock={<Today slug={slug} locale={locale} />}
      edition={edition}
      community={await communityNamed(slug)}
      nav={nav}
    >
      {props.children}
    </Room>
  );
}
