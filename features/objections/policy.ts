import { mayResume } from '@/features/proposals/policy';
import { type Actor, asCaptain, asHousehold, asStaff, has, type Who } from '@/lib/actor';

/** Those who draw objections from opinions, and answer them. */
export const mayDraw = (who: Who): Actor | null => asStaff(who, 'social-worker', 'governance-secretary');

export const mayAnswer = mayDraw;

/** A household that raised it. */
export interface Raising {
  householdId: number;
  entranceId: number;
}

/** The household itself; or, with words that say how it was said, whoever knocks at its door. */
export function mayJudge(who: Who, raising: Raising, input: { provenance: string }): Actor | null {
  const own = asHousehold(who, raising.householdId);
  if (own || input.provenance === '') return own;
  return asCaptain(who, raising.entranceId, raising.householdId) ?? asStaff(who, 'social-worker');
}

export const mayTry = (who: Who, raising: Raising): Actor | null =>
  asCaptain(who, raising.entranceId, raising.householdId) ?? asStaff(who, 'social-worker');

export const mayEscalate = mayResume;

export const mayReadObjections = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
