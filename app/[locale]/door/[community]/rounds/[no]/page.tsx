import { actPage } from '@/components/page/act-page';
import { doorsToAsk } from '@/features/objections/queries/raised';
import { RoundDoors } from '@/features/opinions/components/round-doors';
import { doorRound } from '@/features/opinions/queries/door';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const round = await doorRound(call, { no, entrance: null });
  const toAsk = (await doorsToAsk(call, {}))?.households ?? [];
  return round && <RoundDoors round={round} toAsk={toAsk} slug={community} locale={locale} />;
});
