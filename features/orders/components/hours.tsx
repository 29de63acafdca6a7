import { Written } from '@/components/data/written';
import { clockIn } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { DeskDay } from '../queries/day';

/** The day by its hours: what is late, what time it is, and what falls due when. */
export function Hours({ day, locale }: { day: DeskDay; locale: Locale }) {
  const t = pick(messages, locale).day;
  const { overdue } = day.summary;
  if (day.hours.length === 0) return null;
  return (
    <ol className="hours" aria-label={t.hoursOfToday}>
      {overdue > 0 && (
        <li className="hours-late">
          <b>{t.items(overdue)}</b> <small>{t.tabs.overdue}</small>
        </li>
      )}
      <li className="hours-now">
        <b>{t.isNow}</b> <small>{clockIn(day.now).slice(11)}</small>
      </li>
      {day.hours.map(({ hour, count, title }) => (
        <li key={hour}>
          <b>{t.hour(hour)}</b> <small>{count === 1 && title ? <Written>{title}</Written> : t.items(count)}</small>
        </li>
      ))}
    </ol>
  );
}
