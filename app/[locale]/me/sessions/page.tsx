import { PageTitle } from '@/components/page/title';
import { Sessions } from '@/features/account/components/sessions';
import { messages } from '@/features/account/messages';
import { mySessions } from '@/features/account/queries';
import * as to from '@/lib/addresses';
import { currentSession, requirePerson } from '@/lib/auth';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function MySessions({ params }: P) {
  const locale = localeFrom((await params).locale);
  const personId = await requirePerson(locale, to.me(locale, 'sessions'));
  const sessions = await mySessions(personId, undefined);
  const t = messages[locale].sessions;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Sessions sessions={sessions} current={(await currentSession()) ?? ''} locale={locale} />
    </>
  );
}
