import { SheetUpload } from '@/components/form/sheet-upload';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/people/messages';
import { captainsAccess } from '@/features/people/queries/captains';
import { faultWords } from '@/lib/sheet/messages';

export default actPage([], async ({ locale, community, call, search }) => {
  if (!(await captainsAccess(call, undefined))) return null;
  const t = messages[locale].captains;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <SheetUpload
        action="/api/captains"
        words={t}
        send={t.send}
        community={community}
        locale={locale}
        problem={faultWords(search.problem, locale)}
      />
    </>
  );
});
