import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { PageTitle, StateBadge } from '@/components/page/title';
import { messages } from '@/features/works/messages';
import type { boardWorksList } from '@/features/works/queries/list';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

type Page = NonNullable<Awaited<ReturnType<typeof boardWorksList>>>;

interface Props {
  page: Page;
  locale: Locale;
  href: (no: number) => string;
  /** Addresses of the newest page, on older ones, and of the next. */
  previous?: string;
  after: (no: number) => string;
}

/** Works of the community, newest first. */
export function WorksList({ page, locale, href, previous, after }: Props) {
  const t = pick(messages, locale);
  const when = (one: Page['works'][number]) =>
    one.completedAt
      ? t.list.completed(formatDate(one.completedAt, locale))
      : `${one.running ? t.phase.running : t.phase.stopped} · ${t.list.started(formatDate(one.startedAt, locale))}`;
  return (
    <>
      <PageTitle title={t.list.title} lead={t.list.lead} />
      {page.works.length === 0 && <Empty text={t.list.none} />}
      <ul className="entries">
        {page.works.map((one) => (
          <li key={one.no}>
            <a className="tap" href={href(one.no)}>
              <Written>{one.title}</Written>
            </a>{' '}
            {one.silent && <StateBadge tone="seal">{t.silent}</StateBadge>}
            <p className="crumb">{`${when(one)} · ${t.list.progress(one.done, one.of)}`}</p>
            {one.running && one.next && <p>{t.list.next(one.next.name, formatDate(one.next.plannedOn, locale))}</p>}
          </li>
        ))}
      </ul>
      <Pager
        locale={locale}
        {...(previous ? { previous } : {})}
        {...(page.next === null ? {} : { next: after(page.next) })}
      />
    </>
  );
}
