import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/orders/messages';
import { handlingLists } from '@/features/orders/queries/choices';
import { LISTS } from '@/features/orders/rules';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
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
      <ul className="entries">
        {LISTS.map((list) => (
          <li key={list}>
            <a className="tap" href={to.desk(locale, community, 'cases', 'lists', list)}>
              {t.lists.names[list]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
});
