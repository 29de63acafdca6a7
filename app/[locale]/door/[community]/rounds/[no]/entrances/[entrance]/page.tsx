import { Missing } from '@/components/page/missing';
import { RoundDoors } from '@/features/opinions/components/round-doors';
import { doorRound } from '@/features/opinions/queries/door';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

type Props = P<{ community: string; no: string; entrance: string }> & { searchParams: Promise<{ saved?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { locale: segment, community, no: given, entrance: wanted } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const entrance = numberFrom(wanted) ?? 0;
  const person = await requirePerson(locale, to.door(locale, community, 'rounds', no, 'entrances', entrance));
  const round = await doorRound({ by: { person }, community }, { no, entrance });
  const { saved } = await searchParams;
  if (round) return <RoundDoors round={round} slug={community} locale={locale} saved={saved} />;
  missing();
  return <Missing locale={locale} slug={community} />;
}
