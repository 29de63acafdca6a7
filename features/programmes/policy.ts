import { type Actor, asCaptain, asHousehold, asStaff, has, type Who } from '@/lib/actor';

/** A household, and the entrance it lives at. */
export interface Guest {
  householdId: number;
  entranceId: number;
}

/** What is on is put up by the office. */
export const mayPlan = (who: Who): Actor | null => asStaff(who, 'social-worker', 'party-secretary');

/** A household for itself. */
export const maySignUp = (who: Who, { householdId }: Pick<Guest, 'householdId'>): Actor | null =>
  asHousehold(who, householdId);

/** How it was: a household for itself, by somebody who lived in it by then. */
export const mayTell = (
  who: Who,
  { livedThere, ...guest }: Pick<Guest, 'householdId'> & { livedThere: boolean },
): Actor | null => (livedThere ? maySignUp(who, guest) : null);

/** On behalf: its captain at the door, or the office on the telephone. */
export const mayRecordSignUp = (who: Who, { householdId, entranceId }: Guest): Actor | null =>
  asCaptain(who, entranceId, householdId) ?? asStaff(who, 'social-worker');

/** The household itself, or whoever may sign it up. */
export const mayTakeBackPlace = (who: Who, guest: Guest): Actor | null =>
  maySignUp(who, guest) ?? mayRecordSignUp(who, guest);

/** Whoever is there with the list. */
export const mayReceive = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** Who comes, by door: for those who receive them. */
export const mayReadGuests = (who: Who): boolean => has(who, 'social-worker', 'party-secretary');
