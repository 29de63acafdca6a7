import { type Actor, asStaff, has, type Who } from '@/lib/actor';

/** Whose it is. */
export interface Theirs {
  personId: number;
}

/** The office makes up the team, its entrances and its rota. */
export const mayManageStewards = (who: Who): Actor | null => asStaff(who, 'social-worker', 'party-secretary');

/** Themself, wherever they live by now: a name that stands somewhere is taken down by whoever's it is. */
export const asThemself = (who: Who, { personId }: Theirs): Actor | null =>
  who.kind === 'person' && who.personId === personId ? { as: 'resident', personId, householdId: null } : null;

/** Somebody of the team for themself, in whatever part they belong to it, while they live or hold an office here. */
export const asSteward = (who: Who, { personId }: Theirs): Actor | null =>
  who.kind === 'person' && who.households.length + who.grants.length > 0 ? asThemself(who, { personId }) : null;

/** Whose turn it is, or the office for them: somebody rings in sick. */
export const mayOfferShift = (who: Who, of: Theirs): Actor | null => asSteward(who, of) ?? mayManageStewards(who);

/** The team with names and telephones. */
export const maySeeTeam = (who: Who): boolean => has(who, 'social-worker', 'party-secretary');
