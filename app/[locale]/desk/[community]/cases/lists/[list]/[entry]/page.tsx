import { actPage } from '@/components/page/act-page';
import { entryNamed, ListEntry } from '@/features/orders/components/lists';
import { messages } from '@/features/orders/messages';
import { handlingLists } from '@/features/orders/queries/choices';
import { LISTS } from '@/features/orders/rules';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['entry'], async ({ locale, community, entry, call, form, params }) => {
  const list = LISTS.find((one) => one === params.list);
  const lists = list && (await handlingLists(call, {}));
  const name = lists && entryNamed({ lists, form }, list, entry);
  if (!name) return null;
  const t = pick(messages, locale).lists;
  return (
    <Act crumb={{ href: to.desk(locale, community, 'cases', 'lists', list), label: t.names[list] }} title={name}>
      <ListEntry list={list} id={entry} name={name} form={form} />
    </Act>
  );
});
