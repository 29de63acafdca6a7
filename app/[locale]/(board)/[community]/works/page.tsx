import { Missing } from '@/components/page/missing';
import { WorksList } from '@/features/works/components/works-list';
import { boardWorksList } from '@/features/works/queries';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community: slug } = await params;
  const locale = localeFrom(segment);
  const page = await boardWorksList(slug, { after: null });
  if (page) return <WorksList page={page} slug={slug} locale={locale} first />;
  missing();
  return <Missing locale={locale} />;
}
