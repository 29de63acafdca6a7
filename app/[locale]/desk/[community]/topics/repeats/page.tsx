import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { RepeatList } from '@/features/topics/components/repeat-list';
import { messages } from '@/features/topics/messages';
import { deskRepeats } from '@/features/topics/queries/topics';
import * as to from '@/lib/addresses';
import { formatMoment, pick } from '@/lib/words';

export default actPage([], async ({ locale, community: slug, call }) => {
  const page = await deskRepeats(call, {});
  if (!page) return null;
  const { list, repeats: t } = pick(messages, locale);
  const { at, counted, repeated, more } = page;
  return (
    <>
      <PageTitle crumb={<a href={to.desk(locale, slug, 'topics')}>{list.title}</a>} title={t.title} lead={t.lead} />
      <p className="crumb">{at === null ? list.notYet(counted) : list.asOf(formatMoment(at, locale), counted)}</p>
      {at !== null && repeated.length === 0 && <Empty text={t.none} />}
      <RepeatList repeated={repeated} slug={slug} locale={locale} />
      {more > 0 && <p>{t.more(more)}</p>}
    </>
  );
});
