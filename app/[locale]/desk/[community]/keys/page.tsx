import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Keys } from '@/features/open311/components/keys';
import { messages } from '@/features/open311/messages';
import { keysPage } from '@/features/open311/queries/keys';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const page = await keysPage(call, {});
  if (!page) return null;
  const t = pick(messages, locale).keys;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Keys page={page} slug={community} locale={locale} />
    </>
  );
});
