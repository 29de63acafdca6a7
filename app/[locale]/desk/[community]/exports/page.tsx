import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Exports } from '@/features/exports/components/exports';
import { messages } from '@/features/exports/messages';
import { exportsPage } from '@/features/exports/queries/page';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const page = await exportsPage(call, {});
  if (!page) return null;
  const t = pick(messages, locale).list;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Exports exports={page.exports} slug={community} locale={locale} />
    </>
  );
});
