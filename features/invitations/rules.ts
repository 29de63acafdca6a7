import { daysAfter } from '@/lib/calendar';

/** So many days a household waits for its captain before a social worker is asked, too. */
export const PATIENCE_DAYS = 3;

/** Whether those days are over. */
export const isLate = (askedAt: Date, now: Date): boolean => askedAt < daysAfter(now, -PATIENCE_DAYS);
