import { hoursAfter } from '@/lib/calendar';

export { type Exported, FILES, LISTED } from '@/db/words/exports';

/** So many people one takes out by oneself. */
export const MOST_ALONE = 50;
export const needsSecond = ({ personal, rows }: { personal: boolean; rows: number }): boolean =>
  personal && rows > MOST_ALONE;

/** So long it can be taken. */
export const TAKEN_HOURS = 24;
export const lastsUntil = (releasedAt: Date): Date => hoursAfter(releasedAt, TAKEN_HOURS);

export const isOpen = ({ releasedAt }: { releasedAt: Date | null }, now: Date): boolean =>
  releasedAt !== null && now <= lastsUntil(releasedAt);

/** So many one asks for in a day. */
export const MOST_A_DAY = 20;
/** A sheet has no more rows. */
export const MOST_ROWS = 50_000;
