import { Missing } from '@/components/page/missing';
import { WorksList } from '@/features/works/components/works-list';
import { deskWorksList } from '@/features/works/queries/list';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const person = await requirePerson(locale, to.desk(locale, community, 'works'));
  const page = await deskWorksList({ by: { person }, community }, {});
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <WorksList
      page={page}
      locale={locale}
      href={(no) => to.desk(locale, community, 'works', no)}
      after={(no) => to.desk(locale, community, 'works', 'after', no)}
    />
  );
}
