import { type Actor, asStaff, has, type Who } from '@/lib/actor';

/** Groups are named and confirmed by the social worker and the secretaries; by two different people. */
export const mayNameGroups = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

export const mayStartConsultation = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

/** Whoever decides a legal gate signs for it. */
export const mayDecideGate = mayStartConsultation;

export const maySeeScoping = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
