import type { ReactNode } from 'react';
import { Frame } from '@/components/page/frame';
import { messages } from '@/components/page/messages';
import * as to from '@/lib/addresses';
import { localeOf } from '@/lib/edition';
import { editionFrom, type P } from '@/lib/page';

/** Around pages of the board that belong to several communities. */
export async function OfNone({ params, children }: P & { children: ReactNode }) {
  const edition = editionFrom((await params).locale);
  const locale = localeOf(edition);
  const t = messages[locale];
  return (
    <Frame
      edition={edition}
      nameHref={to.home(locale)}
      nav={[
        { href: to.home(locale), label: t.boards },
        { href: to.me(locale), label: t.me },
      ]}
      footer={<p>{t.foot}</p>}
      call={{}}
    >
      {children}
    </Frame>
  );
}
