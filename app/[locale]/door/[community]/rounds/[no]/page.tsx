import { actPage } from '@/components/page/act-page';
import { RoundDoors } from '@/features/opinions/components/round-doors';
import { doorRound } from '@/features/opinions/queries/door';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const round = await doorRound(call, { no, entrance: null });
  return round && <RoundDoors round={round} slug={community} locale={locale} />;
});
