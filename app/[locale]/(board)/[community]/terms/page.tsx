import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { Serving } from '@/features/cohorts/components/serving';
import { messages } from '@/features/cohorts/messages';
import { serving } from '@/features/cohorts/queries/public';
import { pick } from '@/lib/words';

export default boardPage([], async ({ locale, community }) => {
  const page = await serving(community, {});
  if (!page) return null;
  const t = pick(messages, locale).serving;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Serving page={page} locale={locale} />
    </>
  );
});
