import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Lists } from '@/features/orders/components/lists';
import { messages } from '@/features/orders/messages';
import { handlingLists } from '@/features/orders/queries/choices';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const lists = await handlingLists(call, {});
  if (!lists) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'cases')}>{t.day.title}</a>}
        title={t.lists.title}
        lead={t.lists.lead}
      />
      <Lists lists={lists} form={form} />
    </>
  );
});
