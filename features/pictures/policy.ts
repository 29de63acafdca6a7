import {
  type Actor,
  type Against,
  asCaptain,
  asHousehold,
  asStaff,
  has,
  isAgainst,
  type Role,
  type Who,
} from '@/lib/actor';
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
  /** Whom the case it is of is brought against. */
  against?: Against;
}

const STAFF: Record<PictureSubject, readonly Role[]> = {
  proposal: ['social-worker'],
  plan: ['social-worker', 'governance-secretary'],
  milestone: ['property', 'social-worker'],
  place: ['property', 'social-worker'],
  opinion: ['social-worker'],
  opposition: ['social-worker'],
  objection: ['social-worker'],
  case: ['social-worker', 'hotline'],
  alternative: ['social-worker', 'governance-secretary'],
  alternative_word: ['social-worker'],
  gate: ['social-worker', 'governance-secretary', 'party-secretary'],
  consent: ['social-worker', 'governance-secretary', 'party-secretary'],
  occasion: ['social-worker'],
};

export function mayAddPicture(who: Who, of: PictureOf): Actor | null {
  if (of.against && isAgainst(who, of.against)) return null;
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

export const mayLookAtPictures = (who: Who, { against }: { against?: Against } = {}): Actor | null =>
  against && isAgainst(who, against) ? null : asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

/** A picture that is not on the board. `household` and `entrance`: whose words it proves, when it proves some. */
export interface Hidden extends Against {
  subject: PictureSubject;
  uploadedBy: number;
  household: number | null;
  entrance: number | null;
  /** Persons who are asked whether it may hang, as long as nobody has said no. */
  asked: readonly number[];
}

/**
 * A picture that is not on the board: its sender, and the staff who look at pictures. One that proves what a household
 * said: that household, the captain of its entrance and the social worker, and nobody else. One of a case: whoever reads its
 * words; never those it is brought against. One of an occasion: those on it too, who are asked whether it may hang.
 */
export function maySeePicture(
  who: Who,
  { subject, uploadedBy, household, entrance, asked, ...against }: Hidden,
): boolean {
  if (who.kind !== 'person' || isAgainst(who, against)) return false;
  if (subject === 'case' && has(who, 'hotline')) return true;
  if (asked.includes(who.personId)) return true;
  if (!isProof(subject)) {
    return who.personId === uploadedBy || has(who, 'social-worker', 'governance-secretary', 'party-secretary');
  }
  if (has(who, 'social-worker') || who.households.some((home) => home.householdId === household)) return true;
  return who.grants.some((grant) => grant.role === 'captain' && grant.entranceId === entrance && entrance !== null);
}
