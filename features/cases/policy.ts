import { type Actor, asCaptain, asHousehold, asMachine, asStaff, has, type Who } from '@/lib/actor';

/** Whom a case is about: one household, or the entrances of a building, or the whole community (both empty). */
export interface CasePlace {
  household: { id: number; entranceId: number } | null;
  entranceIds: readonly number[];
}

/**
 * Social worker and hotline for anybody; a captain for their own entrance; a resident for their own household; a program
 * by its key for nobody's household.
 */
export function mayRecordCase(who: Who, place: CasePlace): Actor | null {
  const staff = asStaff(who, 'social-worker', 'hotline');
  if (staff) return staff;
  const { household } = place;
  if (who.kind === 'machine') return household ? null : asMachine(who);
  if (household) return asHousehold(who, household.id) ?? asCaptain(who, household.entranceId, household.id);
  for (const entranceId of place.entranceIds) {
    const captain = asCaptain(who, entranceId);
    if (captain) return captain;
  }
  return null;
}

/** Whoever looks at what a resident wrote before it hangs for everybody. */
export const mayPostCase = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** Also a secretary: whoever wrote it down does not take it down alone, and some communities have one social worker. */
export const mayTakeDownCase = (who: Who): Actor | null => asStaff(who, 'social-worker', 'party-secretary');

export const mayLinkCase = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

/** Words and the complainant are for those who handle cases; property staff and residents never see them. */
export const CASE_READERS = ['social-worker', 'hotline', 'governance-secretary', 'party-secretary'] as const;
export const mayReadCases = (who: Who): boolean => has(who, ...CASE_READERS);

/** The desk's list of them: the property service finds there what it has in hand, the matter and the place alone. */
export const mayFindCases = (who: Who): boolean => mayReadCases(who) || has(who, 'property');
