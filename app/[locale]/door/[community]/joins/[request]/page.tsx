import { actPage } from '@/components/page/act-page';
import { ActionLink } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { JoinRefusal } from '@/features/people/components/join-refusal';
import { messages } from '@/features/people/messages';
import { joinRequests } from '@/features/people/queries/joins';
import * as to from '@/lib/addresses';

export default actPage(['request'], async ({ locale, community, request, call }) => {
  const back = to.door(locale, community, 'joins');
  const found = await joinRequests(call, undefined);
  if (!found) return null;
  const join = found.open.find((one) => one.id === request && !one.mine);
  if (!join) {
    const t = messages[locale].joins;
    return (
      <>
        <PageTitle title={t.refuseTitle} lead={t.gone} />
        <ActionLink href={back}>{t.title}</ActionLink>
      </>
    );
  }
  return <JoinRefusal join={join} community={community} locale={locale} back={back} />;
});
