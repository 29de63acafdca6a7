import { Missing } from '@/components/page/missing';
import { WorksList } from '@/features/works/components/works-list';
import { boardWorksList } from '@/features/works/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; cursor: string }>) {
  const { locale: segment, community: slug, cursor } = await params;
  const locale = localeFrom(segment);
  const cut = numberFrom(cursor);
  const page = cut ? await boardWorksList(slug, { after: cut }) : undefined;
  if (!page) {
    missing();
    return <Missing locale={locale} slug={slug} />;
  }
  const [href, after] = [(no: number) => to.works(locale, slug, no), (no: number) => to.worksAfter(locale, slug, no)];
  return <WorksList {...{ page, locale, href, after }} previous={to.worksList(locale, slug)} />;
}
