import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { List } from '@/features/orders/components/lists';
import { messages } from '@/features/orders/messages';
import { handlingLists } from '@/features/orders/queries/choices';
import { LISTS } from '@/features/orders/rules';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, params }) => {
  const list = LISTS.find((one) => one === params.list);
  const lists = list && (await handlingLists(call, {}));
  if (!lists) return null;
  const t = pick(messages, locale).lists;
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'cases', 'lists')}>{t.title}</a>}
        title={t.names[list]}
        lead={t.lead}
      />
      <List list={list} lists={lists} slug={community} form={form} />
    </>
  );
});
