import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Sessions } from '@/features/account/components/sessions';
import { messages } from '@/features/account/messages';
import { mySessions } from '@/features/account/queries';
import { currentSession } from '@/lib/auth';

export default mePage(async ({ locale, person: personId }) => {
  const sessions = await mySessions(personId, undefined);
  const t = messages[locale].sessions;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Sessions sessions={sessions} current={(await currentSession()) ?? ''} locale={locale} />
    </>
  );
});
