import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Joins, SeveralJoins } from '@/features/people/components/joins';
import { messages } from '@/features/people/messages';
import { joinRequests } from '@/features/people/queries/joins';
import * as to from '@/lib/addresses';

export default actPage([], async ({ locale, community, call, path: back }) => {
  const found = await joinRequests(call, undefined);
  if (!found) return null;
  const t = messages[locale].joins;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Joins joins={found.open} community={community} locale={locale} back={back} />
      <SeveralJoins joins={found.open} community={community} locale={locale} back={back} />
      <Actions>
        <ActionLink href={to.desk(locale, community, 'residents')} ghost>
          {t.residents}
        </ActionLink>
      </Actions>
    </>
  );
});
