import { mayKnock } from '@/features/opinions/policy';
import { mayResume } from '@/features/proposals/policy';
import { type Actor, asHousehold, asResident, asStaff, has, type Who } from '@/lib/actor';
import { requiredRoles, type SignerRole } from './rules';

interface InTerm {
  termActive: boolean;
}

/** Row 10: the governance secretary; between terms the community Party secretary. */
export const mayDeclare = mayResume;

export const mayPostNotice = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

/** Either of those who sign may send it back. */
export const mayReturn = mayPostNotice;

/** One household, in whose name somebody opposes; without one, their first. */
export const mayOppose = (who: Who, { householdId }: { householdId: number | null }): Actor | null =>
  householdId === null ? asResident(who) : asHousehold(who, householdId);

/** What a household says at its door: its captain writes it down, or a social worker. */
export const mayRecordOpposition = mayKnock;

export const mayAnswerOpposition = (who: Who, subject: InTerm): Actor | null =>
  mayResume(who, subject) ?? asStaff(who, 'social-worker');

/** In a role whose signature is needed; of two, the one that has not signed yet. */
export function maySign(who: Who, { termActive, signed }: InTerm & { signed: readonly SignerRole[] }): Actor | null {
  const roles = requiredRoles(termActive);
  const open = roles.filter((role) => !signed.includes(role));
  return asStaff(who, ...open) ?? asStaff(who, ...roles);
}

/** Who reads how far the groups are, household by household not included. */
export const mayReadSignoff = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
