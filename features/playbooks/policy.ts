import { type Actor, asStaff, has, type Who } from '@/lib/actor';

/** Whoever answers for the way of working: they draw it, mend it, and say whether it still holds. */
export const mayKeepPlaybook = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

/** Taken up in a community by whoever answers for it there. */
export const mayAdoptPlaybook = mayKeepPlaybook;

/** Everybody who works here reads them at the desk. */
export const mayReadPlaybooks = (who: Who): boolean =>
  has(who, 'social-worker', 'party-secretary', 'governance-secretary', 'hotline', 'district', 'auditor');

/** What is offered beside a proposal is what hangs on every board: anybody who writes one here reads it. */
export const mayBeOffered = (who: Who): boolean =>
  who.kind === 'person' && (who.households.length > 0 || who.grants.length > 0);
