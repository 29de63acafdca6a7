import { type Actor, asCaptain, asHousehold, asResident, asStaff, has, type Role, type Who } from '@/lib/actor';

/** For whom a draft is written: null when the writer writes for their own household. */
export interface DraftFor {
  household: { id: number; entranceId: number } | null;
}

/** A resident for their own household; on behalf of another only its captain or a social worker. */
export function mayWrite(who: Who, { household }: DraftFor): Actor | null {
  if (!household) return asResident(who);
  return (
    asHousehold(who, household.id) ??
    asCaptain(who, household.entranceId, household.id) ??
    asStaff(who, 'social-worker')
  );
}

/** One household, in whose name somebody supports or comments; without one, their first. */
export function maySpeakFor(who: Who, { household }: { household: number | null }): Actor | null {
  return household === null ? asResident(who) : asHousehold(who, household);
}

export interface Authored {
  authorId: number;
  authorHouseholdId: number | null;
}

/** Whoever brought it, or somebody of the household it was written for. */
export function asAuthor(who: Who, { authorId, authorHouseholdId }: Authored): Actor | null {
  const own = authorHouseholdId === null ? null : asHousehold(who, authorHouseholdId);
  if (own || who.kind !== 'person' || who.personId !== authorId) return own;
  return { as: 'resident', personId: authorId, householdId: authorHouseholdId };
}

/** Between two terms the community Party secretary does what the governance secretary does. */
const governance = (termActive: boolean): Role[] =>
  termActive ? ['governance-secretary'] : ['governance-secretary', 'party-secretary'];

interface InTerm {
  termActive: boolean;
}

export const mayAccept = (who: Who, { termActive }: InTerm): Actor | null =>
  asStaff(who, 'social-worker', ...governance(termActive));

export const mayDecline = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

export const mayDecideAppeal = (who: Who): Actor | null => asStaff(who, 'district');

/** Shelving is proposed by one and confirmed by another; between terms a social worker may propose it. */
export const mayProposeShelving = (who: Who, { termActive }: InTerm): Actor | null =>
  asStaff(who, 'governance-secretary', 'party-secretary', ...(termActive ? [] : (['social-worker'] as const)));

export const mayConfirmShelving = mayDecline;

/** Either secretary says no; between terms also the social worker who may have proposed it. */
export const mayRefuseShelving = mayProposeShelving;

/** How a community treats what its residents write is for its Party secretary to say. */
export const mayChooseLooking = (who: Who): Actor | null => asStaff(who, 'party-secretary');

export const mayModerate = (who: Who): Actor | null => asStaff(who, 'social-worker');

export const mayReopenShelved = mayModerate;

export const mayResume = (who: Who, { termActive }: InTerm): Actor | null => asStaff(who, ...governance(termActive));

export const mayLiveHere = (who: Who): Actor | null => asResident(who);

/** Staff who read proposals at the desk. */
export const mayReadDesk = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'hotline', 'property', 'district', 'auditor');
