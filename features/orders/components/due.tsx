import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Late } from '../rules/late';
import type { When } from '../rules/when';

/** So many days and hours, or hours and minutes, as one says it. */
export function spanOf(ms: number, locale: Locale): string {
  const t = pick(messages, locale).day;
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  const gap = locale === 'zh' ? '' : ' ';
  if (days > 0) return [t.days(days), hours > 0 ? t.hours(hours) : ''].filter(Boolean).join(gap);
  if (hours > 0) return [t.hours(hours), minutes % 60 > 0 ? t.minutes(minutes % 60) : ''].filter(Boolean).join(gap);
  return t.minutes(minutes);
}

/** What came after its time, in words. */
export function latesSaid(lates: readonly Late[], locale: Locale): string {
  const t = pick(messages, locale);
  return lates
    .map(({ step, by }) => t.day.wasLate(t.steps[step].act, spanOf(by, locale)))
    .join(locale === 'zh' ? '，' : '; ');
}

/** When an answer is due: how much is left of it, and the moment, which stays true on paper. */
export function Due({ due, when, now, locale }: { due: Date | null; when: When; now: Date; locale: Locale }) {
  const t = pick(messages, locale).day;
  if (when === 'paused') return <span>{t.stands}</span>;
  if (due === null) return null;
  const span = spanOf(due.getTime() - now.getTime(), locale);
  return (
    <>
      <strong className={when === 'overdue' ? 'tone-seal' : undefined}>
        {when === 'overdue' ? t.late(span) : t.left(span)}
      </strong>{' '}
      <small>{formatMoment(due, locale)}</small>
    </>
  );
}
