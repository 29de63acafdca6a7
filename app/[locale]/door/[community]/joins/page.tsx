import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Joins, SeveralJoins } from '@/features/people/components/joins';
import { Residents } from '@/features/people/components/residents';
import { messages } from '@/features/people/messages';
import { joinRequests } from '@/features/people/queries/joins';
import { letInByMe } from '@/features/people/queries/residents';

export default actPage([], async ({ locale, community, call, path: back }) => {
  const found = await joinRequests(call, undefined);
  if (!found) return null;
  const mine = (await letInByMe(call, undefined)) ?? [];
  const { joins: t, residents } = messages[locale];
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Joins joins={found.open} community={community} locale={locale} back={back} />
      <SeveralJoins joins={found.open} community={community} locale={locale} back={back} />
      {mine.length > 0 && (
        <Section title={residents.mine}>
          <Residents residents={mine} locale={locale} href={`${back}/residents`} />
        </Section>
      )}
    </>
  );
});
