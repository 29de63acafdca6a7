import type { ReactNode } from 'react';
import { Frame } from '@/components/page/frame';
import * as to from '@/lib/addresses';
import { localeOf } from '@/lib/edition';
import { editionFrom } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Layout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const edition = editionFrom((await props.params).locale);
  return (
    <Frame edition={edition} nameHref={to.home(localeOf(edition))} nav={[]} call={{}} narrow>
      {props.children}
    </Frame>
  );
}
