import { type Actor, asCaptain, asImport, asStaff, has, type Role, type Who } from '@/lib/actor';
import { givenBySetup, givenHere } from './rules';

export const mayImport = (who: Who): Actor | null => asImport(who) ?? asStaff(who, 'social-worker');

/** Whoever gives offices here, or holds the server. */
export const mayImportCaptains = (who: Who): Actor | null => asImport(who) ?? asStaff(who, 'party-secretary');

/** Anybody signed in may ask; it opens nothing until somebody of the place has confirmed it. */
export const mayAskToJoin = (who: Who): Actor | null =>
  who.kind === 'person' ? { as: 'resident', personId: who.personId, householdId: null } : null;

/** The captain of that entrance or a social worker; nobody confirms themself. */
export function mayDecideJoin(who: Who, request: { personId: number; entranceId: number }): Actor | null {
  if (who.kind === 'person' && who.personId === request.personId) return null;
  return asCaptain(who, request.entranceId) ?? asStaff(who, 'social-worker');
}

/** Whoever let somebody in while they are still captain there, or a social worker; nobody for themself. */
export function mayTakeBackJoin(
  who: Who,
  resident: { personId: number; entranceId: number; confirmedBy: number | null },
): Actor | null {
  if (who.kind !== 'person' || who.personId === resident.personId) return null;
  const captain = who.personId === resident.confirmedBy ? asCaptain(who, resident.entranceId) : null;
  return captain ?? asStaff(who, 'social-worker');
}

/** A social worker, and not for themself. */
export const mayEndResidency = (who: Who, { personId }: { personId: number }): Actor | null =>
  who.kind === 'person' && who.personId === personId ? null : asStaff(who, 'social-worker');

/** The Party secretary gives what a community gives; whoever holds the server gives the first ones. Nobody to themself. */
export function mayGrant(who: Who, grant: { personId: number | null; role: Role }): Actor | null {
  if (who.kind === 'import') return givenBySetup.includes(grant.role) ? { as: 'import' } : null;
  if (who.kind === 'person' && who.personId === grant.personId) return null;
  return (givenHere as readonly Role[]).includes(grant.role) ? asStaff(who, 'party-secretary') : null;
}

export function mayOpenTerm(who: Who, term: { personId: number | null }): Actor | null {
  if (who.kind === 'person' && who.personId === term.personId) return null;
  return asImport(who) ?? asStaff(who, 'party-secretary');
}

const APPOINTED: readonly Role[] = ['party-secretary', 'governance-secretary'];

/**
 * Nobody closes their own term. The community Party secretary closes those of everybody who works here, a governance
 * secretary's too; the district, which appoints both secretaries, closes theirs.
 */
export function mayHandOver(who: Who, grant: { personId: number; role: Role }): Actor | null {
  if (who.kind === 'person' && who.personId === grant.personId) return null;
  const district = APPOINTED.includes(grant.role) ? asStaff(who, 'district') : null;
  const secretary =
    grant.role === 'party-secretary' || grant.role === 'district' ? null : asStaff(who, 'party-secretary');
  return secretary ?? district;
}

export const maySeeRegister = (who: Who): boolean => has(who, 'social-worker', 'party-secretary');
export const maySeeGrants = (who: Who): boolean =>
  has(who, 'party-secretary', 'governance-secretary', 'district', 'auditor');
export const maySeeResidents = (who: Who): boolean => has(who, 'social-worker');
/** All requests for a social worker, their own entrances' for captains. */
export const maySeeJoins = (who: Who): boolean =>
  has(who, 'social-worker') || (who.kind === 'person' && who.grants.some((grant) => grant.role === 'captain'));
