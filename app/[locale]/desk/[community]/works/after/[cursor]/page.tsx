import { Missing } from '@/components/page/missing';
import { WorksList } from '@/features/works/components/works-list';
import { deskWorksList } from '@/features/works/queries/list';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; cursor: string }>) {
  const { locale: segment, community, cursor } = await params;
  const locale = localeFrom(segment);
  const after = numberFrom(cursor);
  const person = await requirePerson(locale, to.desk(locale, community, 'works', 'after', cursor));
  const page = after ? await deskWorksList({ by: { person }, community }, { after }) : undefined;
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <WorksList
      page={page}
      locale={locale}
      href={(no) => to.desk(locale, community, 'works', no)}
      previous={to.desk(locale, community, 'works')}
      after={(no) => to.desk(locale, community, 'works', 'after', no)}
    />
  );
}
