import type { ReactNode } from 'react';
import { messages } from '@/components/page/messages';
import { Room } from '@/components/page/room';
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
  const nav = [{ href: to.community(locale, slug), label: messages[locale].board }];
  return (
    <Room residents edition={edition} community={await communityNamed(slug)} nav={nav} narrow>
      {props.children}
    </Room>
  );
}
