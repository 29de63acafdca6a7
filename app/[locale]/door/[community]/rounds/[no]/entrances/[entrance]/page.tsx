import { actPage } from '@/components/page/act-page';
import { RoundDoors } from '@/features/opinions/components/round-doors';
import { doorRound } from '@/features/opinions/queries/door';

export default actPage(['no', 'entrance'], async ({ locale, community, no, entrance, call, search }) => {
  const round = await doorRound(call, { no, entrance });
  return round && <RoundDoors round={round} slug={community} locale={locale} saved={search.saved} />;
});
