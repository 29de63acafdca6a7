import type { ReactNode } from 'react';
import { Frame } from '@/components/page/frame';
import * as to from '@/lib/addresses';
import { backAsked } from '@/lib/done';
import { localeOf } from '@/lib/edition';
import { editionFrom } from '@/lib/page';
import { telephoneFor } from './telephone';

export const dynamic = 'force-dynamic';

export default async function Layout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const edition = editionFrom((await props.params).locale);
  const telephone = await telephoneFor(backAsked());
  return (
    <Frame
      edition={edition}
      nameHref={to.home(localeOf(edition))}
      nav={[]}
      call={{ telephones: telephone ? [{ telephone }] : [] }}
      narrow
    >
      {props.children}
    </Frame>
  );
}
