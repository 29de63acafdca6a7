import { mayKnock, type Voter } from '@/features/opinions/policy';
import { type Actor, asHousehold, has, type Who } from '@/lib/actor';

/** A household asks for itself, and takes back what any of it asked. */
export const mayInvite = (who: Who, { householdId }: Pick<Voter, 'householdId'>): Actor | null =>
  asHousehold(who, householdId);

/** Whoever goes to that door: its captain, or a social worker. */
export const mayKeepInvitation = (who: Who, home: Voter): Actor | null => mayKnock(who, home);

/** The desk's list: where nobody goes round, or nobody has gone, a social worker does. */
export const maySeeInvitations = (who: Who): boolean => has(who, 'social-worker');
