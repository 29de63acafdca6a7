import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { PROGRAMME_KINDS, type ProgrammeKind } from '@/db/words/programmes';
import { DateList } from '@/features/programmes/components/dates';
import { messages } from '@/features/programmes/messages';
import type { boardComing } from '@/features/programmes/queries/board';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof boardComing>>>;
  kind?: ProgrammeKind;
  slug: string;
  locale: Locale;
}

/** What is still to come, of one kind or of all, the next first. */
export function Coming({ page, kind, slug, locale }: Props) {
  const t = pick(messages, locale);
  const of = (one?: ProgrammeKind) => (one ? to.programmes(locale, slug, 'kinds', one) : to.programmes(locale, slug));
  const month = shanghaiDate(new Date(page.occasions[0]?.startsAt ?? page.now)).slice(0, 7);
  const after =
    page.next === null ? undefined : to.programmes(locale, slug, ...(kind ? ['kinds', kind] : []), 'after', page.next);
  return (
    <>
      <PageTitle title={kind ? t.kinds[kind] : t.list.title} lead={t.list.lead} />
      <p className="kinds no-print">
        {[undefined, ...PROGRAMME_KINDS].map((one) => (
          <a key={one ?? 'all'} className="tap" href={of(one)} aria-current={one === kind ? 'page' : undefined}>
            {one ? t.kinds[one] : t.list.all}
          </a>
        ))}
      </p>
      {page.occasions.length === 0 && <Empty text={kind ? t.list.noneOf(t.kinds[kind]) : t.list.none} />}
      <DateList occasions={page.occasions} locale={locale} href={(one) => to.programmes(locale, slug, one.programme)} />
      <Pager locale={locale} {...(after ? { next: after } : {})} />
      <p className="front-links no-print">
        <a className="tap" href={to.programmes(locale, slug, 'months', month)}>
          {t.list.month}
        </a>
        <a className="tap" href={to.programmeFeed(slug)}>
          {t.list.feed}
        </a>
        <a className="tap" href={to.me(locale, 'visits')}>
          {t.list.missing}
        </a>
      </p>
    </>
  );
}
