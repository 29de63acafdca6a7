import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/works/messages';
import type { WorksListed } from '@/features/works/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface WorksListProps {
  page: { works: readonly WorksListed[]; next: number | null };
  slug: string;
  locale: Locale;
  first?: boolean;
}

export function WorksList({ page, slug, locale, first }: WorksListProps) {
  const t = pick(messages, locale);
  const when = (one: WorksListed) =>
    one.completedAt ? t.finished(formatDate(one.completedAt, locale)) : t.started(formatDate(one.startedAt, locale));
  return (
    <>
      <PageTitle title={first ? t.title : t.older} lead={first ? t.lead : undefined} />
      {page.works.length === 0 && <Empty text={t.none} />}
      <ul className="entries">
        {page.works.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.works(locale, slug, one.no)}>
              {one.title}
            </a>
            <p className="tone-soft">{[t.no(one.no), when(one), t.doneOf(one.done, one.of)].join(' · ')}</p>
            {one.next && <p>{t.next(one.next.name, formatDate(one.next.on, locale))}</p>}
          </li>
        ))}
      </ul>
      <Pager
        previous={first ? undefined : to.worksList(locale, slug)}
        next={page.next === null ? undefined : to.worksAfter(locale, slug, page.next)}
        locale={locale}
      />
    </>
  );
}
