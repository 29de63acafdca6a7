import { Missing } from '@/components/page/missing';
import { RoundDoors } from '@/features/opinions/components/round-doors';
import { doorRound } from '@/features/opinions/queries/door';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const entrance = null;
  const person = await requirePerson(locale, to.door(locale, community, 'rounds', no));
  const round = await doorRound({ by: { person }, community }, { no, entrance });
  if (round) return <RoundDoors round={round} slug={community} locale={locale} />;
  missing();
  return <Missing locale={locale} slug={community} />;
}
