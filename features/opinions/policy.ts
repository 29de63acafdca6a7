import { type Actor, asCaptain, asHousehold, asStaff, asSystem, has, type Who } from '@/lib/actor';

/** A household of the round. */
export interface Voter {
  householdId: number;
  entranceId: number;
}

/** A household speaks for itself. */
export const maySpeak = (who: Who, { householdId }: Pick<Voter, 'householdId'>): Actor | null =>
  asHousehold(who, householdId);

/** Whoever knocks at this entrance: its captain, or a social worker. */
export const mayKnock = (who: Who, { householdId, entranceId }: Voter): Actor | null =>
  asCaptain(who, entranceId, householdId) ?? asStaff(who, 'social-worker');

/** A second look; by whom exactly is for the rules. */
export const mayLookAgain = (who: Who, { householdId, entranceId }: Voter): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary') ?? asCaptain(who, entranceId, householdId);

export const mayDraw = asSystem;

/** The entrances somebody goes round; `all` for social workers. Null: none, and the door does not exist for them. */
export function entrancesOf(who: Who): number[] | 'all' | null {
  if (who.kind !== 'person') return null;
  if (has(who, 'social-worker')) return 'all';
  const own = who.grants.flatMap((grant) =>
    grant.role === 'captain' && grant.entranceId !== null ? [grant.entranceId] : [],
  );
  return own.length > 0 ? own : null;
}

export const mayGoRound = (who: Who): boolean => entrancesOf(who) !== null;

/** Who said what, by household: those who knock and those who answer for the round. */
export const mayReadOpinions = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary');
