import { Missing } from '@/components/page/missing';
import { RoundList } from '@/features/rounds/components/round-list';
import { boardRoundList } from '@/features/rounds/queries';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community: slug } = await params;
  const locale = localeFrom(segment);
  const page = await boardRoundList(slug, { after: null });
  if (page) return <RoundList page={page} slug={slug} locale={locale} first />;
  missing();
  return <Missing locale={locale} />;
}
