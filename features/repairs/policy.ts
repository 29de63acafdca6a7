import { mayKnock, type Voter } from '@/features/opinions/policy';
import { type Actor, asHousehold, asStaff, has, type Who } from '@/lib/actor';

export const mayList = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** A second person, before anybody works. */
export const mayStartRepairs = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

/** Whoever builds says what was looked at and repaired. */
export const mayWork = (who: Who): Actor | null => asStaff(who, 'property', 'social-worker');

/** A household says of its own home whether it is good, or that it leaks again. */
export const mayJudge = (who: Who, { householdId }: Pick<Voter, 'householdId'>): Actor | null =>
  asHousehold(who, householdId);

/** A household takes its own home off the list; whoever makes the list, any. */
export const mayDrop = (who: Who, home: Pick<Voter, 'householdId'>): Actor | null =>
  mayJudge(who, home) ?? mayList(who);

/** At its door its captain writes it down, or a social worker. */
export const mayRecordUnit = (who: Who, home: Voter): Actor | null => mayKnock(who, home);

export const mayComplete = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

/** Which household is how far: those who work on it and those who answer for it. */
export const mayReadUnits = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'property');
