import { Frame } from '@/components/page/frame';
import { Missing } from '@/components/page/missing';
import * as to from '@/lib/addresses';
import { localeOf } from '@/lib/edition';
import { missing } from '@/lib/missing';
import { editionFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Elsewhere({ params }: P) {
  const edition = editionFrom((await params).locale);
  const locale = localeOf(edition);
  missing();
  return (
    <Frame edition={edition} nameHref={to.home(locale)} nav={[]} call={{}}>
      <Missing locale={locale} />
    </Frame>
  );
}
