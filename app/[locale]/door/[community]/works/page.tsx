import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { DoorDelegates } from '@/features/works/components/at-door';
import { messages } from '@/features/works/messages';
import { doorDelegates } from '@/features/works/queries/door';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const delegates = await doorDelegates(call, {});
  if (!delegates) return null;
  const t = pick(messages, locale).door;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <DoorDelegates delegates={delegates} slug={community} locale={locale} />
    </>
  );
});
