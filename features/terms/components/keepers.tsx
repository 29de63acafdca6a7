import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { PageTitle, StateBadge } from '@/components/page/title';
import { messages as people } from '@/features/people/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { boardKeepers } from '../queries/handover';

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof boardKeepers>>>;
  slug: string;
  locale: Locale;
}

/** A letter to the community: who was sent here has left, and this is who keeps what they promised. */
export function Keepers({ page, slug, locale }: Props) {
  const t = pick(messages, locale).keepers;
  const { roles } = pick(people, locale);
  const office = (role: string) => roles[role as keyof typeof roles] ?? t.somebody;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {page.kept.length === 0 && <Empty text={t.none} />}
      <ul className="entries">
        {page.kept.map((one) => (
          <li key={one.id}>
            <h2>{one.title}</h2>
            <p className="crumb">{[t.kinds[one.kind] ?? one.kind, t.before(office(one.from))].join(' · ')}</p>
            <p>{t.now(office(one.to), formatDate(one.at, locale))}</p>
            {one.done && (
              <p>
                <StateBadge tone="jade">{t.done}</StateBadge>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Pager next={page.next === null ? undefined : to.keepersAfter(locale, slug, page.next)} locale={locale} />
    </>
  );
}
