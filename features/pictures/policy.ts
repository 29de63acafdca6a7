import { type Actor, asCaptain, asHousehold, asStaff, has, type Role, type Who } from '@/lib/actor';
import { isProof, type PictureSubject } from './rules';

/** What a picture belongs to, as far as it matters for who may add one. */
export interface PictureOf {
  subject: PictureSubject;
  /** Persons who made it: the author, whoever recorded it. */
  persons: readonly number[];
  /** Households it is about. */
  households: readonly number[];
  /** Entrances whose captains may add, for what was said at the door. */
  entrances: readonly number[];
}

const STAFF: Record<PictureSubject, readonly Role[]> = {
  proposal: ['social-worker'],
  plan: ['social-worker', 'governance-secretary'],
  milestone: ['property', 'social-worker'],
  opinion: ['social-worker'],
  opposition: ['social-worker'],
  objection: ['social-worker'],
};

export function mayAddPicture(who: Who, of: PictureOf): Actor | null {
  const staff = asStaff(who, ...STAFF[of.subject]);
  if (staff || who.kind !== 'person') return staff;
  for (const household of of.households) {
    const own = asHousehold(who, household);
    if (own) return own;
  }
  for (const entrance of of.entrances) {
    const captain = asCaptain(who, entrance);
    if (captain) return captain;
  }
  if (!of.persons.includes(who.personId)) return null;
  const home = who.households[0];
  return home ? { as: 'resident', personId: who.personId, householdId: home.householdId } : null;
}

/** Who sent a picture, in the capacity in which they could send it. */
export const mayRemovePicture = (who: Who, sent: PictureOf & { uploadedBy: number }): Actor | null =>
  who.kind === 'person' && who.personId === sent.uploadedBy ? mayAddPicture(who, sent) : null;

export const mayLookAtPictures = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

/** A picture that is not on the board. `household` and `entrance`: whose words it proves, when it proves some. */
export interface Hidden {
  subject: PictureSubject;
  uploadedBy: number;
  household: number | null;
  entrance: number | null;
}

/**
 * A picture that is not on the board: its sender, and the staff who look at pictures. One that proves what a household
 * said: that household, the captain of its entrance and the social worker, and nobody else.
 */
export function maySeePicture(who: Who, { subject, uploadedBy, household, entrance }: Hidden): boolean {
  if (who.kind !== 'person') return false;
  if (!isProof(subject)) {
    return who.personId === uploadedBy || has(who, 'social-worker', 'governance-secretary', 'party-secretary');
  }
  if (has(who, 'social-worker') || who.households.some((home) => home.householdId === household)) return true;
  return who.grants.some((grant) => grant.role === 'captain' && grant.entranceId === entrance && entrance !== null);
}
