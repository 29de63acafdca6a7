import type { ReactNode } from 'react';
import { Written } from '@/components/data/written';
import { StateBadge } from '@/components/page/title';
import { clockOf, messages } from '@/features/programmes/messages';
import type { Hung, On } from '@/features/programmes/queries/board';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatMoment, formatWeekdayShort, pick } from '@/lib/words';

type Shown = Omit<Hung, 'full' | 'kind' | 'programme'> & Pick<On, 'kind' | 'programme'> & { full?: boolean | null };

/** Where the board says more of it. */
export const boardOf = (locale: Locale, slug: string) => (one: Pick<On, 'no' | 'programme'>) =>
  one.programme === null ? to.meetings(locale, slug, one.no) : to.programmes(locale, slug, one.programme);

interface DateProps {
  startsAt: string;
  locale: Locale;
  children: ReactNode;
}

/** The day on the left, large, with its weekday; what it is beside it. */
export function DateLine({ startsAt, locale, children }: DateProps) {
  const [, month = '', day = ''] = shanghaiDate(new Date(startsAt)).split('-');
  return (
    <li className="date-line">
      <time dateTime={startsAt}>
        <b>{Number(day)}</b>
        <small>
          {locale === 'zh'
            ? `${Number(month)}月 周${formatWeekdayShort(startsAt, locale)}`
            : `${Number(day)}/${Number(month)} ${formatWeekdayShort(startsAt, locale)}`}
        </small>
      </time>
      <div>{children}</div>
    </li>
  );
}

/** What is said of how a date stands: cancelled, moved, full, or with places left. */
export function Stands({ one, locale }: { one: Shown; locale: Locale }) {
  const t = pick(messages, locale).line;
  return (
    <>
      {one.cancelledAt ? (
        <p>
          <StateBadge tone="seal">{t.cancelled}</StateBadge> <Written>{one.cancelReason}</Written>
        </p>
      ) : (
        <>
          {one.movedFrom && (
            <p>
              <StateBadge tone="ochre">{t.moved(formatMoment(one.movedFrom, locale))}</StateBadge>{' '}
              <Written>{one.moveReason}</Written>
            </p>
          )}
          {one.full === null && one.kind !== 'meeting' && <p className="tone-soft">{t.asks}</p>}
          {one.full !== null && one.full !== undefined && (
            <p>
              <StateBadge tone={one.full ? 'ochre' : 'jade'}>{one.full ? t.full : t.open}</StateBadge>
            </p>
          )}
        </>
      )}
    </>
  );
}

interface ListProps<D extends Shown> {
  occasions: readonly D[];
  locale: Locale;
  /** Where a date leads. */
  href: (one: D) => string;
  /** Only when and where: how each stands is a page further. */
  brief?: boolean;
  /** They are dates of one thing, of which the page says what and where it is. */
  alike?: boolean;
  more?: (one: D) => ReactNode;
}

/** Dates, one below the other. */
export function DateList<D extends Shown>({ occasions, locale, href, brief, alike, more }: ListProps<D>) {
  const t = pick(messages, locale);
  return (
    <ul className="dates">
      {occasions.map((one) => (
        <DateLine key={`${one.kind}-${one.no}`} startsAt={one.startsAt} locale={locale}>
          <a className="tap" href={href(one)}>
            {alike ? `${clockOf(one.startsAt)}–${clockOf(one.endsAt)}` : <Written>{one.title}</Written>}
          </a>
          {!alike && (
            <p className="tone-soft">
              {`${clockOf(one.startsAt)}–${clockOf(one.endsAt)} · `}
              <Written>{one.place}</Written>
              {(!brief || one.kind === 'meeting') &&
                ` · ${one.kind === 'meeting' ? t.line.meeting : t.kinds[one.kind]}`}
            </p>
          )}
          {!brief && one.slotMinutes !== null && <p className="tone-soft">{t.line.slots(one.slotMinutes)}</p>}
          {(!brief || one.cancelledAt !== null) && <Stands one={one} locale={locale} />}
          {more?.(one)}
        </DateLine>
      ))}
    </ul>
  );
}
