import { Pager } from '@/components/data/pager';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { DateList } from '@/features/programmes/components/dates';
import { messages } from '@/features/programmes/messages';
import { doorProgrammes } from '@/features/programmes/queries/desk';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

/** What a neighbour can be signed up for. */
export default actPage([], async ({ locale, community, call, search, path }) => {
  const page = await doorProgrammes(call, { after: numberFrom(search.after ?? '') ?? null });
  if (!page) return null;
  const { occasions, next } = page;
  const { door: t } = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {occasions.length === 0 && <Empty text={t.none} />}
      <DateList occasions={occasions} locale={locale} href={({ no }) => to.door(locale, community, 'programmes', no)} />
      <Pager locale={locale} {...(next !== null && { next: `${path}?after=${next}` })} />
    </>
  );
});
