import { Pager } from '@/components/data/pager';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { DateList } from '@/features/programmes/components/dates';
import { messages } from '@/features/programmes/messages';
import { deskProgrammes } from '@/features/programmes/queries/desk';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

/** Dates to come, or those that were, with how many come. */
export default actPage([], async ({ locale, community, call, search, path }) => {
  const over = search.over === 'yes';
  const page = await deskProgrammes(call, { over, after: numberFrom(search.after ?? '') ?? null });
  if (!page) return null;
  const { desk: t } = pick(messages, locale);
  const asked = (after?: number) => `?${[over && 'over=yes', after && `after=${after}`].filter(Boolean).join('&')}`;
  return (
    <>
      <PageTitle title={over ? t.over : t.title} lead={t.lead} />
      <Actions>
        <ActionLink href={to.desk(locale, community, 'programmes', 'new')}>{t.new}</ActionLink>
        <a className="tap" href={over ? path : `${path}?over=yes`}>
          {over ? t.coming : t.over}
        </a>
        <a className="tap" href={`${to.desk(locale, community, 'council', 'demands', 'new')}?source=service`}>
          {t.asked}
        </a>
      </Actions>
      {page.occasions.length === 0 && <Empty text={t.none} />}
      <DateList
        occasions={page.occasions}
        locale={locale}
        href={({ no }) => to.desk(locale, community, 'occasions', no)}
        more={({ no }) => {
          const one = page.occasions.find((found) => found.no === no);
          return one && <p>{t.counts(one.taken, one.capacity, one.waiting)}</p>;
        }}
      />
      <Pager locale={locale} {...(page.next === null ? {} : { next: `${path}${asked(page.next)}` })} />
    </>
  );
});
