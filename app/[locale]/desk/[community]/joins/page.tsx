import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Joins } from '@/features/people/components/joins';
import { messages } from '@/features/people/messages';
import { joinRequests } from '@/features/people/queries/joins';

export default actPage([], async ({ locale, community, call, path: back }) => {
  const found = await joinRequests(call, undefined);
  if (!found) return null;
  const t = messages[locale].joins;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Joins joins={found.open} community={community} locale={locale} back={back} />
    </>
  );
});
