import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { GiveGrant, OpenTerm } from '@/features/people/components/grant-forms';
import { messages } from '@/features/people/messages';
import { grantsPage } from '@/features/people/queries/grants';

export default actPage([], async ({ locale, community, call }) => {
  const page = await grantsPage(call, undefined);
  if (!page?.secretary) return null;
  const t = messages[locale].grants;
  return (
    <>
      <PageTitle title={t.give} />
      <GiveGrant entrances={page.entrances} community={community} locale={locale} />
      <Section title={t.openTerm} id="term-section">
        <OpenTerm community={community} locale={locale} />
      </Section>
    </>
  );
});
