import { type Actor, asStaff, has, type Who } from '@/lib/actor';

/** Whoever answers for the community says what is wrong with it and promises what is done. */
export const mayDiagnose = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

/** How it stands says whoever works on it too. */
export const mayReportCrack = (who: Who): Actor | null =>
  asStaff(who, 'governance-secretary', 'party-secretary', 'social-worker');

export const mayReadDiagnosis = (who: Who): boolean =>
  has(who, 'social-worker', 'party-secretary', 'governance-secretary', 'hotline', 'district', 'auditor');
