import { mayKnock } from '@/features/opinions/policy';
import { type Authored, mayResume } from '@/features/proposals/policy';
import { type Actor, asHousehold, asResident, asStaff, type Who } from '@/lib/actor';

/** What small things may cost is for the community's Party secretary to say. */
export const maySetLimit = (who: Who): Actor | null => asStaff(who, 'party-secretary');

export const mayProposeShort = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** A second person; whoever proposed it may take it back. */
export const mayDecideShort = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

/** Any household, for itself. */
export const mayObject = (who: Who, { household }: { household: number | null }): Actor | null =>
  household === null ? asResident(who) : asHousehold(who, household);

/** What a household says at its door: its captain writes it down, or a social worker. */
export const mayRecordObjection = mayKnock;

export const mayFinish = (who: Who): Actor | null => asStaff(who, 'social-worker', 'property');

/** The household it was brought for says whether it is good, or the hotline asks. */
export function mayAnswer(who: Who, { authorId, authorHouseholdId }: Authored): Actor | null {
  const own = authorHouseholdId === null ? null : asHousehold(who, authorHouseholdId);
  const home = asResident(who);
  const alone = home && authorHouseholdId === null && who.kind === 'person' && who.personId === authorId ? home : null;
  return own ?? alone ?? asStaff(who, 'hotline');
}

export const mayDoAgain = mayResume;
