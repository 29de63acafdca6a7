import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/council/messages';
import type { boardList, DemandLine, ProjectLine, ResourceLine } from '@/features/council/queries/board';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { Demands, Projects, Resources } from './lists';

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof boardList>>>;
  slug: string;
  locale: Locale;
}

/** One of the three lists, with what was on it before. */
export function ListPage({ page, slug, locale }: Props) {
  const { lists, board: t } = pick(messages, locale);
  const { list, rows, next } = page;
  return (
    <>
      <PageTitle crumb={<a href={to.council(locale, slug)}>{t.title}</a>} title={lists[list]} />
      {rows.length === 0 && <Empty text={t.listNone} />}
      {list === 'resources' && <Resources rows={rows as ResourceLine[]} locale={locale} />}
      {list === 'demands' && <Demands rows={rows as DemandLine[]} slug={slug} locale={locale} />}
      {list === 'projects' && <Projects rows={rows as ProjectLine[]} slug={slug} locale={locale} />}
      <Pager locale={locale} {...(next !== null && { next: to.council(locale, slug, 'lists', list, 'after', next) })} />
    </>
  );
}
