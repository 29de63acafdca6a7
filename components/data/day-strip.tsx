import { addDays, type Day, shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatWeekdayShort } from '@/lib/words';

const SHOWN = 10;

const kindOf = (day: Day, today: Day, last: Day) =>
  [day < today && 'day-past', day === today && 'day-today', day === last && 'day-last'].filter(Boolean).join(' ');

/**
 * The last ten days of what ends: those that are over hatched, today black, the last one boxed. The sentence beside it says
 * the same. A page that shows it turns at midnight.
 */
export function DayStrip({ last, now, locale }: { last: Day; now: Date; locale: Locale }) {
  const today = shanghaiDate(now);
  const days = Array.from({ length: SHOWN }, (_, n) => addDays(last, n + 1 - SHOWN));
  return (
    <ol className="days" aria-hidden="true">
      {days.map((day) => (
        <li key={day} className={kindOf(day, today, last)}>
          <b>{Number(day.slice(8))}</b>
          {formatWeekdayShort(day, locale)}
        </li>
      ))}
    </ol>
  );
}
