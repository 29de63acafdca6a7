import { words } from '@/components/messages';
import { boardPage } from '@/components/page/board-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Promised } from '@/features/diagnosis/components/crack-list';
import { Causes, OnSite } from '@/features/diagnosis/components/found';
import { messages } from '@/features/diagnosis/messages';
import { boardDiagnosis } from '@/features/diagnosis/queries/board';
import { pick } from '@/lib/words';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardDiagnosis(slug, {});
  if (!page) return null;
  const t = pick(messages, locale).board;
  const { found, presence, now } = page;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {found ? <Causes found={found} locale={locale} /> : <Empty text={t.none} />}
      {found && (
        <Section title={t.cracks} id="promises" brief={words(locale).inAll(page.open.length)}>
          <Promised course={page} slug={slug} now={now} locale={locale} name={({ title }) => title} />
        </Section>
      )}
      <OnSite presence={presence} locale={locale} />
    </>
  );
});
