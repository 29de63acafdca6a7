import { Missing } from '@/components/page/missing';
import { WorksList } from '@/features/works/components/works-list';
import { boardWorksList } from '@/features/works/queries';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; cursor: string }>) {
  const { locale: segment, community: slug, cursor } = await params;
  const locale = localeFrom(segment);
  const after = numberFrom(cursor);
  const page = after ? await boardWorksList(slug, { after }) : undefined;
  if (page) return <WorksList page={page} slug={slug} locale={locale} />;
  missing();
  return <Missing locale={locale} slug={slug} />;
}
