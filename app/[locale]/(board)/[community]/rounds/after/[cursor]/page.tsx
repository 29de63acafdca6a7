import { Missing } from '@/components/page/missing';
import { RoundList } from '@/features/rounds/components/round-list';
import { boardRoundList } from '@/features/rounds/queries';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; cursor: string }>) {
  const { locale: segment, community: slug, cursor } = await params;
  const locale = localeFrom(segment);
  const after = numberFrom(cursor);
  const page = after ? await boardRoundList(slug, { after }) : undefined;
  if (page) return <RoundList page={page} slug={slug} locale={locale} first={false} />;
  missing();
  return <Missing locale={locale} slug={slug} />;
}
