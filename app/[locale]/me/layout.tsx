import type { ReactNode } from 'react';
import { Frame } from '@/components/page/frame';
import { messages } from '@/components/page/messages';
import * as to from '@/lib/addresses';
import { localeOf } from '@/lib/edition';
import { editionFrom } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Layout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const edition = editionFrom((await props.params).locale);
  const locale = localeOf(edition);
  const t = messages[locale];
  const nav = [
    { href: to.me(locale), label: t.me },
    { href: to.me(locale, 'opinions'), label: t.mine },
    { href: to.me(locale, 'objections'), label: t.objections },
    { href: to.me(locale, 'household'), label: t.household },
    { href: to.me(locale, 'data'), label: t.data },
    { href: to.me(locale, 'sessions'), label: t.sessions },
  ];
  return (
    <Frame edition={edition} nameHref={to.home(locale)} nav={nav} narrow>
      {props.children}
    </Frame>
  );
}
