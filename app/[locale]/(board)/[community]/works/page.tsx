import { Missing } from '@/components/page/missing';
import { WorksList } from '@/features/works/components/works-list';
import { boardWorksList } from '@/features/works/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community: slug } = await params;
  const locale = localeFrom(segment);
  const page = await boardWorksList(slug, {});
  if (!page) {
    missing();
    return <Missing locale={locale} />;
  }
  const [href, after] = [(no: number) => to.works(locale, slug, no), (no: number) => to.worksAfter(locale, slug, no)];
  return <WorksList {...{ page, locale, href, after }} />;
}
