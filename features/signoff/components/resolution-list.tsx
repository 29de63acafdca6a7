import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/signoff/messages';
import type { boardResolutions } from '@/features/signoff/queries/resolution';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface ListProps {
  page: NonNullable<Awaited<ReturnType<typeof boardResolutions>>>;
  slug: string;
  locale: Locale;
}

export function ResolutionList({ page, slug, locale }: ListProps) {
  const t = pick(messages, locale).resolution;
  return (
    <>
      <PageTitle title={t.list} lead={t.listLead} />
      {page.resolutions.length === 0 && <Empty text={t.none} />}
      <ul className="entries">
        {page.resolutions.map((one) => (
          <li key={one.no}>
            <h2>
              <a href={to.resolution(locale, slug, one.no)}>{t.title(one.no, one.title)}</a>
            </h2>
            <p>
              {one.place} · {t.lead(one.version)} {one.signedAt && t.signedAt(formatDate(one.signedAt, locale))}
            </p>
          </li>
        ))}
      </ul>
      <Pager
        next={page.next === null ? undefined : to.resolutionsAfter(locale, slug, String(page.next))}
        locale={locale}
      />
    </>
  );
}
