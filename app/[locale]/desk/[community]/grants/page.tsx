import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Grants } from '@/features/people/components/grants';
import { messages } from '@/features/people/messages';
import { grantsPage } from '@/features/people/queries/grants';

export default actPage([], async ({ locale, community, call }) => {
  const page = await grantsPage(call, undefined);
  if (!page) return null;
  const t = messages[locale].grants;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Grants page={page} community={community} locale={locale} />
    </>
  );
});
