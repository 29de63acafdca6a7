import { mayResume } from '@/features/proposals/policy';
import { type Actor, asHousehold, asStaff, has, type Who } from '@/lib/actor';

/** Between two terms the community Party secretary does what the governance secretary does. */
export const mayDeclare = mayResume;

export const mayPost = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

/** Somebody of a household of the affected groups. */
export function mayOppose(who: Who, { households }: { households: readonly number[] }): Actor | null {
  const home = who.kind === 'person' ? who.households.find((one) => households.includes(one.householdId)) : undefined;
  return home ? asHousehold(who, home.householdId) : null;
}

export const mayAnswerOpposition = (who: Who): Actor | null => asStaff(who, 'social-worker', 'governance-secretary');

/** Whoever signs; and whoever signs may send it back. */
export const maySign = (who: Who): Actor | null => asStaff(who, 'party-secretary', 'governance-secretary');

export const mayReturn = maySign;

export const mayReadSignoff = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
