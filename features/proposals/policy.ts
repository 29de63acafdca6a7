import { type Actor, asCaptain, asHousehold, asResident, asStaff, has, type Role, type Who } from '@/lib/actor';
import { mayAppeal, mayComment, mayMove, mayReopen, maySupport, type State } from './rules';

/** For whom a draft is written: null when the writer writes for their own household. */
export interface DraftFor {
  household: { id: number; entranceId: number } | null;
}

/** A resident for their own household; on behalf of another only its captain or a social worker. */
export function mayWrite(who: Who, { household }: DraftFor): Actor | null {
  if (!household) return asResident(who);
  return (
    asHousehold(who, household.id) ??
    asCaptain(who, household.entranceId, household.id) ??
    asStaff(who, 'social-worker')
  );
}

/** One household, in whose name somebody supports or comments; without one, their first. */
export function maySpeakFor(who: Who, { household }: { household: number | null }): Actor | null {
  return household === null ? asResident(who) : asHousehold(who, household);
}

export interface Authored {
  authorId: number;
  authorHouseholdId: number | null;
}

/** Whoever brought it, or somebody of the household it was written for. */
export function asAuthor(who: Who, { authorId, authorHouseholdId }: Authored): Actor | null {
  const own = authorHouseholdId === null ? null : asHousehold(who, authorHouseholdId);
  if (own || who.kind !== 'person' || who.personId !== authorId) return own;
  return { as: 'resident', personId: authorId, householdId: authorHouseholdId };
}

/** Between two terms the community Party secretary does what the governance secretary does. */
const governance = (termActive: boolean): Role[] =>
  termActive ? ['governance-secretary'] : ['governance-secretary', 'party-secretary'];

interface InTerm {
  termActive: boolean;
}

export const mayAccept = (who: Who, { termActive }: InTerm): Actor | null =>
  asStaff(who, 'social-worker', ...governance(termActive));

export const mayDecline = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

export const mayDecideAppeal = (who: Who): Actor | null => asStaff(who, 'district');

/** Shelving is proposed by one and confirmed by another; between terms a social worker may propose it. */
export const mayProposeShelving = (who: Who, { termActive }: InTerm): Actor | null =>
  asStaff(who, 'governance-secretary', 'party-secretary', ...(termActive ? [] : (['social-worker'] as const)));

export const mayConfirmShelving = mayDecline;

/** Either secretary says no; between terms also the social worker who may have proposed it. */
export const mayRefuseShelving = mayProposeShelving;

export const mayModerate = (who: Who): Actor | null => asStaff(who, 'social-worker');

export const mayReopenShelved = mayModerate;

export const mayResume = (who: Who, { termActive }: InTerm): Actor | null => asStaff(who, ...governance(termActive));

export const mayLiveHere = (who: Who): Actor | null => asResident(who);

/** Staff who read proposals at the desk. */
export const mayReadDesk = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'hotline', 'property', 'district', 'auditor');

/** What the desk's addresses of one proposal need to know. */
export interface DeskFacts extends InTerm {
  state: State;
  appealed: { personId: number | null } | null;
  appealDismissed: object | null;
  shelvingProposed: { personId: number | null } | null;
}

export type DeskAct = 'acceptance' | 'decline' | 'appeal' | 'shelving' | 'shelf' | 'resumption';

/** Whether an act is possible now for whoever asks: null, or the code of why not. The commands check the same again. */
export function deskBlock(act: DeskAct, who: Who, facts: DeskFacts): string | null {
  const { state } = facts;
  const in_ = (wanted: State, actor: Actor | null) => (state !== wanted ? 'wrong_state' : actor ? null : 'not_allowed');
  switch (act) {
    case 'acceptance':
      return in_('submitted', mayAccept(who, facts));
    case 'decline':
      return in_('submitted', mayDecline(who));
    case 'appeal':
      if (state === 'declined' && !facts.appealed) return 'no_appeal';
      if (state === 'declined' && facts.appealDismissed) return 'appeal_decided';
      return in_('declined', mayDecideAppeal(who));
    case 'shelving': {
      if (!mayMove(state, 'shelved')) return 'wrong_state';
      if (!facts.shelvingProposed) return mayProposeShelving(who, facts) ? null : 'not_allowed';
      const own = who.kind === 'person' && who.personId === facts.shelvingProposed.personId;
      return own ? 'second_person' : mayConfirmShelving(who) ? null : 'not_allowed';
    }
    case 'shelf':
      return in_('shelved', mayReopenShelved(who));
    case 'resumption':
      return in_('reopened', mayResume(who, facts));
  }
}

/** What a resident's address needs to know of a proposal and of them. */
export interface OwnFacts {
  state: State;
  stateAt: Date;
  lives: boolean;
  author: boolean;
  passedOn: boolean;
  /** The district has been asked since it was declined. */
  appealed: boolean;
  /** When it was last completed. */
  completedAt: Date | null;
}

export type OwnAct = 'support' | 'comment' | 'withdrawal' | 'appeal' | 'reopening';

export function ownBlock(act: OwnAct, facts: OwnFacts, now: Date): string | null {
  const { state, stateAt, lives, author, passedOn } = facts;
  const allowed = (possible: boolean, mine: boolean) => (!possible ? 'wrong_state' : mine ? null : 'not_allowed');
  switch (act) {
    case 'support':
      return allowed(maySupport(state), lives);
    case 'comment':
      return allowed(mayComment(state), lives);
    case 'withdrawal':
      return passedOn ? 'already_passed_on' : allowed(mayMove(state, 'withdrawn'), author);
    case 'appeal':
      if (state === 'declined' && author && facts.appealed) return 'already_appealed';
      if (state === 'declined' && !mayAppeal(stateAt, now)) return 'appeal_too_late';
      return allowed(state === 'declined', author);
    case 'reopening':
      if (mayMove(state, 'reopened') && !mayReopen(state, facts.completedAt, now)) return 'reopen_too_late';
      return allowed(mayMove(state, 'reopened'), lives);
  }
}
