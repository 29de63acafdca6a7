import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Register } from '@/features/people/components/register';
import { messages } from '@/features/people/messages';
import { registerPage } from '@/features/people/queries/register';
import { faultWords } from '@/lib/sheet/messages';

export default actPage([], async ({ locale, community, call, search }) => {
  const page = await registerPage(call, undefined);
  if (!page) return null;
  const t = messages[locale].register;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Register page={page} community={community} locale={locale} problem={faultWords(search.problem, locale)} />
    </>
  );
});
