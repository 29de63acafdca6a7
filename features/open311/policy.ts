import { type Actor, asStaff, has, type Who } from '@/lib/actor';

/** What else can come in is decided by whoever gives offices here. */
export const mayGiveKey = (who: Who): Actor | null => asStaff(who, 'party-secretary');

/** Whoever notices that something is wrong ends it. */
export const mayWithdrawKey = (who: Who): Actor | null => asStaff(who, 'party-secretary', 'social-worker', 'hotline');

export const maySeeKeys = (who: Who): boolean =>
  has(who, 'party-secretary', 'governance-secretary', 'social-worker', 'hotline', 'auditor');
