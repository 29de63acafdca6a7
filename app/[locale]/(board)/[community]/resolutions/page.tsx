import { Missing } from '@/components/page/missing';
import { ResolutionList } from '@/features/signoff/components/resolution-list';
import { boardResolutions } from '@/features/signoff/queries';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community: slug } = await params;
  const locale = localeFrom(segment);
  const page = await boardResolutions(slug, { after: null });
  if (page) return <ResolutionList page={page} slug={slug} locale={locale} />;
  missing();
  return <Missing locale={locale} />;
}
