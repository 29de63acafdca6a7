import type { ReactNode } from 'react';
import { messages } from '@/components/page/messages';
import { Room } from '@/components/page/room';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
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
  await requirePerson(locale, to.desk(locale, slug));
  const t = messages[locale];
  const nav = [
    { href: to.desk(locale, slug), label: t.today },
    { href: to.desk(locale, slug, 'proposals'), label: t.proposals },
    { href: to.desk(locale, slug, 'cases'), label: t.cases },
    { href: to.desk(locale, slug, 'works'), label: t.works },
    { href: to.desk(locale, slug, 'callbacks'), label: t.callbacks },
    { href: to.desk(locale, slug, 'register'), label: t.register },
    { href: to.desk(locale, slug, 'joins'), label: t.joins },
    { href: to.desk(locale, slug, 'grants'), label: t.grants },
    { href: to.community(locale, slug), label: t.board },
    { href: to.me(locale), label: t.me },
  ];
  return (
    <Room inside edition={edition} community={await communityNamed(slug)} nav={nav}>
      {props.children}
    </Room>
  );
}
