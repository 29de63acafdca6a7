import { mayResume } from '@/features/proposals/policy';
import { type Actor, asCaptain, asHousehold, asStaff, has, type Who } from '@/lib/actor';

export const mayStart = (who: Who, subject: { termActive: boolean }): Actor | null =>
  mayResume(who, subject) ?? asStaff(who, 'property');

export const mayPlan = (who: Who): Actor | null => asStaff(who, 'property', 'social-worker');

export const mayReport = (who: Who): Actor | null => asStaff(who, 'property');

/** Whoever checks is not whoever builds. */
export const mayCheck = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** Somebody of a household that was named as a delegate. */
export function mayAccept(who: Who, { named }: { named: readonly { household: number }[] }): Actor | null {
  const delegates = named.map((one) => one.household);
  const home = who.kind === 'person' ? who.households.find((one) => delegates.includes(one.householdId)) : undefined;
  return home ? asHousehold(who, home.householdId) : null;
}

/** Whoever goes to the delegate's door: its captain, or a social worker. */
export const mayRecordAcceptance = (who: Who, { household, entrance }: { household: number; entrance: number }) =>
  asCaptain(who, entrance, household) ?? asStaff(who, 'social-worker');

export const mayReadWorks = (who: Who): boolean =>
  has(who, 'social-worker', 'property', 'governance-secretary', 'party-secretary', 'hotline', 'district', 'auditor');
