import { daysAfter } from '@/lib/calendar';

/** After so many days unread, a letter is no longer news. */
export const NEWS_DAYS = 60;

/** When a letter written at `at` stops being news: when what it asks for has closed (`asked`), at the latest after sixty days. */
export function newsUntil(at: Date, asked?: Date): Date {
  const latest = daysAfter(at, NEWS_DAYS);
  return asked && asked < latest ? asked : latest;
}
