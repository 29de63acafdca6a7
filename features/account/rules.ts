import { daysAfter } from '@/lib/calendar';

/** So long whoever has asked for their data to be deleted can still keep it. */
export const KEEP_DAYS = 7;

export const erasureDue = (now: Date): Date => daysAfter(now, KEEP_DAYS);
