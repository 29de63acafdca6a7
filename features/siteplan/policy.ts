import { type Actor, asStaff, has, type Who } from '@/lib/actor';

/** Whoever drafts plans draws what they lie on. */
export const mayDrawSite = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** Somebody who answers for the community has walked it through. */
export const mayPublishSite = (who: Who): Actor | null => asStaff(who, 'party-secretary', 'governance-secretary');

export const mayReadSite = (who: Who): boolean =>
  has(who, 'social-worker', 'party-secretary', 'governance-secretary', 'property', 'district', 'auditor');
