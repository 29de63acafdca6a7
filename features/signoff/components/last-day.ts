import type { Locale } from '@/lib/edition';
import { formatDate, formatDays } from '@/lib/words';

const justBefore = (moment: Date) => new Date(moment.getTime() - 1);

/** A notice ends at midnight: its last day is the one before. */
export const lastDay = (to: Date, locale: Locale): string => formatDate(justBefore(to), locale);

export const noticeDays = (from: Date, to: Date, locale: Locale): string => formatDays(from, justBefore(to), locale);
