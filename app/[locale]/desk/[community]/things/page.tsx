import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { KeepThing, Things } from '@/features/terms/components/things';
import { messages } from '@/features/terms/messages';
import { things } from '@/features/terms/queries/things';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const page = await things(call, {});
  if (!page) return null;
  const t = pick(messages, locale).things;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Things kept={page.kept} community={community} locale={locale} />
      <KeepThing community={community} locale={locale} />
    </>
  );
});
