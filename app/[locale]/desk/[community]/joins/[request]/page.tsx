import { actPage } from '@/components/page/act-page';
import { JoinDecision } from '@/features/people/components/join-decision';
import { joinRequests } from '@/features/people/queries/joins';
import * as to from '@/lib/addresses';

export default actPage(['request'], async ({ locale, community, request, call }) => {
  const found = await joinRequests(call, undefined);
  if (!found) return null;
  const join = found.open.find((one) => one.id === request && !one.mine);
  return <JoinDecision join={join} community={community} locale={locale} back={to.desk(locale, community, 'joins')} />;
});
