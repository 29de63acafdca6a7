import { type Actor, asHousehold, asStaff, has, type Who } from '@/lib/actor';

/** A person, in the home they offered from. */
export interface Theirs {
  personId: number;
  householdId: number;
}

/** Somebody for themself, from the home they live in. */
export const mayHelp = (who: Who, { householdId }: Pick<Theirs, 'householdId'>): Actor | null =>
  asHousehold(who, householdId);

/** Whose it is, wherever they live by now: what they offered and how they are called is theirs to take back. */
export const asTheirs = (who: Who, { personId }: Theirs): Actor | null =>
  who.kind === 'person' && who.personId === personId ? { as: 'resident', personId, householdId: null } : null;

/** Who offers what is known to the office, which asks them, and to nobody else. */
export const mayAskSkills = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** Their own; or the office, for somebody who rings. */
export const mayTakeOff = (who: Who, of: Theirs): Actor | null => asTheirs(who, of) ?? mayAskSkills(who);

/** Helpers are called, and thanked, by the office. */
export const mayCallHelp = (who: Who): Actor | null => asStaff(who, 'social-worker', 'party-secretary');

export const maySeeHelp = (who: Who): boolean => has(who, 'social-worker', 'party-secretary');
