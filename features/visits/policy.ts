import { mayKnock, type Voter } from '@/features/opinions/policy';
import { asSteward, maySeeTeam } from '@/features/stewards/policy';
import { type Actor, asHousehold, asStaff, asSystem, has, type Who } from '@/lib/actor';

/** A home somebody goes to: its captain does, or a social worker. */
export const mayVisit = (who: Who, home: Voter): Actor | null => mayKnock(who, home);

/** A household speaks for itself; whoever goes there writes down what it said. */
export const maySayFor = (who: Who, home: Voter): Actor | null =>
  asHousehold(who, home.householdId) ?? mayKnock(who, home);

/** A home, and whether whoever it is looks after its entrance in the team of stewards now. */
export interface LookedAfter extends Voter {
  lookedAfter: boolean;
}

/** 队里的志愿者、物业: somebody of the team at an entrance they look after, at any door but their own. */
function atTheirEntrance(who: Who, { lookedAfter, householdId }: LookedAfter): Actor | null {
  if (!lookedAfter || who.kind !== 'person' || asHousehold(who, householdId)) return null;
  return asSteward(who, { personId: who.personId });
}

/** Such a home, and whether whoever it is was asked to go there. */
export interface AskedToGo extends LookedAfter {
  askedToGo: boolean;
}

/** Whoever plans visits there; and whoever of the team was asked to go and cannot. */
export const mayNotGo = (who: Who, home: AskedToGo): Actor | null =>
  mayVisit(who, home) ?? (home.askedToGo ? atTheirEntrance(who, home) : null);

/** Whom of the team an office asks to go somewhere is for those who see the team. */
export const mayAskTeam = maySeeTeam;

/** That they were there, and what was said. */
export const mayTellOfVisit = (who: Who, home: LookedAfter): Actor | null =>
  mayKnock(who, home) ?? atTheirEntrance(who, home);

/** What a household needs, and that it wants no visits, as it was told at its door. */
export const mayNote = (who: Who, home: LookedAfter): Actor | null =>
  maySayFor(who, home) ?? atTheirEntrance(who, home);

/** Whose task a need is. */
export const mayGive = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** A need becomes a case or a proposal. */
export const mayTurn = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** What somebody agreed to have written down: theirs, or of whoever helps. */
export interface Confided extends Voter {
  personId: number | null;
  helperId: number;
}

/** It ends when they say so, or when whoever helps needs it no longer. */
export function mayEndCare(who: Who, { personId, helperId, ...home }: Confided): Actor | null {
  if (who.kind !== 'person') return null;
  if (who.personId === personId) return asHousehold(who, home.householdId);
  return who.personId === helperId ? mayKnock(who, home) : null;
}

export const mayExpire = asSystem;

/** How far the team has come, by entrance; visits that wait and needs. */
export const mayReadVisits = (who: Who): boolean => has(who, 'social-worker', 'party-secretary');
