import { type Actor, asStaff, type Who } from '@/lib/actor';

/** Sheets come to whoever answers the offices that send them. */
export const mayPutBlank = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'hotline', 'party-secretary', 'governance-secretary');

export const maySeeBlanks = (who: Who): boolean => mayPutBlank(who) !== null;

/** Who lives and owns where, and what was said at a door, is for whoever keeps the register; doors and visits without people also for whoever reads that. */
export const mayFillHomes = (who: Who, { personal }: { personal: boolean }): Actor | null =>
  personal ? asStaff(who, 'social-worker') : asStaff(who, 'social-worker', 'party-secretary');

/** Works and rounds hang on the board. Cases are taken out as `features/exports` says. */
export const mayFillPublic = mayPutBlank;
