import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDays, pick, roundMark } from '@/lib/words';
import { messages } from '../messages';
import type { boardRoundList } from '../queries';

type Page = NonNullable<Awaited<ReturnType<typeof boardRoundList>>>;

/** Rounds of the community, newest first. */
export function RoundList({ page, slug, locale, first }: { page: Page; slug: string; locale: Locale; first: boolean }) {
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.list.title} lead={t.list.lead} />
      {page.rounds.length === 0 && <Empty text={t.list.none} />}
      <ul className="entries">
        {page.rounds.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.round(locale, slug, one.no)}>
              {t.about(one.title, roundMark(one.k, locale))}
            </a>
            <p className="crumb">
              {t.phases[one.phase]} · {t.one.plan(one.version, one.planTitle)} ·{' '}
              {formatDays(one.opensAt, new Date(one.closesAt.getTime() - 1), locale)}
            </p>
          </li>
        ))}
      </ul>
      <Pager
        locale={locale}
        {...(first ? {} : { previous: to.rounds(locale, slug) })}
        {...(page.next === null ? {} : { next: to.roundsAfter(locale, slug, page.next) })}
      />
    </>
  );
}
