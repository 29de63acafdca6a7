import { mayResume } from '@/features/proposals/policy';
import { type Actor, asCaptain, asHousehold, asStaff, has, type Who } from '@/lib/actor';

/** Those who draw objections from opinions, and answer them; between terms the community Party secretary as well. */
export const mayDraw = (who: Who, subject: { termActive: boolean }): Actor | null =>
  asStaff(who, 'social-worker') ?? mayResume(who, subject);

export const mayAnswer = mayDraw;

/** A household that raised it. */
export interface Raising {
  householdId: number;
  entranceId: number;
}

/** The household itself; or whoever knocks at its door and writes down what it says. */
export const mayJudge = (who: Who, raising: Raising): Actor | null =>
  asHousehold(who, raising.householdId) ??
  asCaptain(who, raising.entranceId, raising.householdId) ??
  asStaff(who, 'social-worker');

export const mayTry = (who: Who, raising: Raising): Actor | null =>
  asCaptain(who, raising.entranceId, raising.householdId) ?? asStaff(who, 'social-worker');

export const mayEscalate = mayResume;

/** Who goes on with what a household does not let go of. */
export const mayHearMaintained = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

export const mayReadObjections = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
