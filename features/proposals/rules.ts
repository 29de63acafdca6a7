import { KINDS, type Kind, STATES, type ProposalState as State } from '@/db/words/proposals';
import type { Effect } from '@/db/words/scoping';
import { addDays, type Day, daysAfter, shanghaiDate } from '@/lib/calendar';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { type Deadline, deadlineAfter } from '@/lib/working-days';

export { type Effect, KINDS, type Kind, STATES, type State };

/** Who moves a proposal. Granted roles carry their names; `author`, `delegate` and `clock` follow from the facts. */
export type Role =
  | 'author'
  | 'resident'
  | 'captain'
  | 'social-worker'
  | 'governance-secretary'
  | 'party-secretary'
  | 'property'
  | 'hotline'
  | 'district'
  | 'delegate'
  | 'clock';

/** `together`: all of `who` must act. Otherwise any one of them. */
export type Transition = {
  row: string;
  from: readonly State[];
  to: State;
  who: readonly Role[];
  together?: true;
};

const SECRETARIES = ['governance-secretary', 'party-secretary'] as const;
const BEFORE_SIGNATURE: readonly State[] = ['scoping', 'comparing', 'consulting', 'redesign', 'agreed', 'noticed'];

/** The life of a proposal. What must hold in the same transaction stands with the rules of each step. */
export const transitions: readonly Transition[] = [
  { row: '1', from: ['draft'], to: 'submitted', who: ['author', 'captain', 'social-worker', ...SECRETARIES] },
  { row: '2', from: ['submitted'], to: 'merged', who: ['social-worker'] },
  { row: '2u', from: ['merged'], to: 'submitted', who: ['social-worker'] },
  { row: '3', from: ['submitted'], to: 'declined', who: SECRETARIES },
  { row: '3t', from: ['declined'], to: 'submitted', who: SECRETARIES },
  { row: '3a', from: ['declined'], to: 'submitted', who: ['district'] },
  { row: '4', from: ['submitted'], to: 'scoping', who: ['social-worker', 'governance-secretary'] },
  // 小事快办: proposed by one, confirmed by another; a household's reason turns it into the full way.
  { row: 's', from: ['submitted'], to: 'short', who: ['social-worker', ...SECRETARIES], together: true },
  { row: 'st', from: ['short'], to: 'scoping', who: ['resident', 'captain', 'social-worker'] },
  { row: 'sd', from: ['short'], to: 'completed', who: ['social-worker', 'property'] },
  { row: 'sv', from: ['completed'], to: 'verified', who: ['author', 'hotline'] },
  { row: 'sr', from: ['completed'], to: 'reopened', who: ['author', 'hotline'] },
  { row: 'sa', from: ['reopened'], to: 'short', who: ['governance-secretary'] },
  { row: 'sf', from: ['reopened'], to: 'scoping', who: ['governance-secretary'] },
  // 一户一户修: the list is begun by one and the work by another; it ends when everybody was asked and nobody refuses.
  { row: 'm', from: ['scoping'], to: 'repairing', who: SECRETARIES },
  { row: 'mc', from: ['repairing'], to: 'completed', who: ['social-worker', ...SECRETARIES] },
  { row: 'mv', from: ['completed'], to: 'verified', who: ['resident', 'captain', 'social-worker', ...SECRETARIES] },
  // 方案比选: opened by a second person; the chosen one begins its consultation with what was said of it, or none is chosen.
  { row: 'c', from: ['scoping'], to: 'comparing', who: SECRETARIES },
  { row: 'cc', from: ['comparing'], to: 'consulting', who: ['governance-secretary'] },
  { row: 'ce', from: ['comparing'], to: 'scoping', who: ['governance-secretary'] },
  { row: '5', from: ['scoping'], to: 'consulting', who: SECRETARIES },
  { row: '6', from: ['consulting'], to: 'consulting', who: ['governance-secretary', 'social-worker'] },
  { row: '7', from: ['consulting'], to: 'consulting', who: ['clock'] },
  { row: '8', from: ['consulting'], to: 'redesign', who: ['governance-secretary'] },
  { row: '9', from: ['redesign'], to: 'consulting', who: ['governance-secretary'] },
  { row: '10', from: ['consulting'], to: 'agreed', who: ['governance-secretary'] },
  { row: '14', from: ['agreed'], to: 'noticed', who: SECRETARIES },
  { row: '15', from: ['noticed'], to: 'signed_off', who: SECRETARIES, together: true },
  { row: '16', from: ['agreed', 'noticed'], to: 'redesign', who: SECRETARIES },
  { row: '17', from: ['signed_off'], to: 'building', who: ['governance-secretary', 'property'] },
  { row: '18', from: ['building'], to: 'building', who: ['property', 'social-worker'] },
  { row: '18b', from: ['building'], to: 'redesign', who: ['social-worker'] },
  // Reported, accepted by a delegate of each group, checked: it is complete when all of them have done their part.
  { row: '19', from: ['building'], to: 'completed', who: ['property', 'delegate', 'social-worker'], together: true },
  { row: '20', from: ['completed'], to: 'verifying', who: ['hotline'] },
  { row: '20b', from: ['verifying'], to: 'verified', who: ['hotline'] },
  { row: '21', from: ['completed', 'verifying', 'verified'], to: 'reopened', who: ['clock', 'resident'] },
  { row: '21b', from: ['reopened'], to: 'building', who: ['governance-secretary'] },
  { row: '21c', from: ['reopened'], to: 'redesign', who: ['governance-secretary'] },
  { row: '22', from: BEFORE_SIGNATURE, to: 'shelved', who: SECRETARIES, together: true },
  { row: '22r', from: ['shelved'], to: 'scoping', who: ['social-worker'] },
  { row: 'w', from: ['draft', 'submitted', 'short', ...BEFORE_SIGNATURE], to: 'withdrawn', who: ['author'] },
];

/**
 * Who does what a row asks. Between two terms there is no governance secretary, and the community Party secretary does
 * it alone: every state keeps an owner.
 */
export function actorsOf(transition: Transition, termActive: boolean): Role[] {
  const roles = transition.who.map((role) =>
    role === 'governance-secretary' && !termActive ? 'party-secretary' : role,
  );
  return [...new Set(roles)];
}

export function mayMove(from: State, to: State): boolean {
  return transitions.some((row) => row.to === to && row.from.includes(from));
}

/** The states from which it may come to this one. */
export const statesBefore = (to: State): State[] =>
  STATES.filter((from) => transitions.some((row) => row.to === to && row.from.includes(from)));

/** The one answer to whatever is not possible in the state the proposal is in: `states` says in which it is. */
export const notAtThisStep = (...states: readonly State[]): Refusal<'not_at_this_step'> => ({
  code: 'not_at_this_step',
  details: { states: states.join(',') },
});

export const atStep = (state: State, ...states: readonly State[]): Refusal<'not_at_this_step'> | null =>
  states.includes(state) ? null : notAtThisStep(...states);

/** Whether somebody in this role may take part in the move. */
export function mayMoveAs(role: Role, from: State, to: State, termActive: boolean): boolean {
  const rows = transitions.filter((row) => row.to === to && row.from.includes(from));
  return rows.some((row) => actorsOf(row, termActive).includes(role));
}

/** States in which a proposal has come to its end: what it asked of anybody is over. */
export const ENDED: readonly State[] = ['verified', 'withdrawn', 'declined', 'merged'];

/** States a proposal may rest in for ever; everywhere else somebody is expected to act. */
export const FINAL_STATES: readonly State[] = ['merged', 'declined', 'verified', 'shelved', 'withdrawn'];

/** What was last heard of an appeal against a refusal: it is with the district, or was dismissed there. */
export interface Appeal {
  kind: 'appealed' | 'appeal_dismissed';
  at: Date | string;
}

/** The same of the events of a proposal, in their order. */
export const appealIn = (events: readonly { kind: string; at: Date | string }[], stateAt: Date): Appeal | null =>
  events.findLast(
    (one): one is Appeal => (one.kind === 'appealed' || one.kind === 'appeal_dismissed') && new Date(one.at) >= stateAt,
  ) ?? null;

/** Who is expected to act next; the board prints it. Null in a final state, unless the district has been asked. */
export function ownerOf(state: State, termActive: boolean, appeal: Appeal | null = null): Role | null {
  if (state === 'declined' && appeal?.kind === 'appealed') return 'district';
  const owner = OWNERS[state];
  return owner === 'governance-secretary' && !termActive ? 'party-secretary' : owner;
}

const OWNERS: Readonly<Record<State, Role | null>> = {
  draft: 'author',
  submitted: 'social-worker',
  merged: null,
  declined: null,
  short: 'social-worker',
  repairing: 'social-worker',
  scoping: 'governance-secretary',
  comparing: 'governance-secretary',
  consulting: 'governance-secretary',
  redesign: 'governance-secretary',
  agreed: 'party-secretary',
  noticed: 'party-secretary',
  signed_off: 'governance-secretary',
  building: 'property',
  completed: 'hotline',
  verifying: 'hotline',
  verified: null,
  reopened: 'governance-secretary',
  shelved: null,
  withdrawn: null,
};

/** Sixty days without an event, in a state where somebody is expected to act. */
export function isStalled(state: State, lastEventAt: Date, now: Date): boolean {
  return !FINAL_STATES.includes(state) && shanghaiDate(now) >= addDays(shanghaiDate(lastEventAt), 60);
}

/** The fifth working day after it was submitted: until its end whoever submitted it has an answer. */
export const answerBy = (submittedAt: Date): Deadline => deadlineAfter(submittedAt, { workingDays: 5 });

/** Submitted, and the day by which it is answered is over. */
export const isOverdue = (state: State, submittedAt: Date, now: Date): boolean =>
  state === 'submitted' && now > answerBy(submittedAt).at;

/** What a draft still lacks before it can be submitted. */
export const missingFor = (draft: { place: string; problem: string; ask: string }): ('place' | 'problem' | 'ask')[] =>
  (['place', 'problem', 'ask'] as const).filter((field) => !draft[field].trim());

/** A draft can be submitted with a problem, a place and one sentence; on behalf of a household also its provenance. */
export function checkSubmission(draft: {
  problem: string;
  place: string;
  ask: string;
  onBehalf: boolean;
  provenance: string | null;
}): Result<undefined, 'provenance_missing' | 'submission_incomplete'> {
  const missing = missingFor(draft);
  if (draft.onBehalf && !draft.provenance?.trim()) return refuse('provenance_missing');
  if (missing.length === 0) return ok();
  return refuse(
    'submission_incomplete',
    undefined,
    Object.fromEntries(missing.map((field) => [field, `${field}_missing`])),
  );
}

/** The author may withdraw it until another household supports it; then it belongs to more than one and stays. */
export function mayWithdraw(state: State, supportingHouseholds: readonly number[], authorHousehold: number): boolean {
  return mayMove(state, 'withdrawn') && supportingHouseholds.every((household) => household === authorHousehold);
}

/** The moment from which the district can no longer be asked about a refusal: fifteen days after it. */
export const appealUntil = (declinedAt: Date): Date => daysAfter(declinedAt, 15);

export function mayAppeal(declinedAt: Date, now: Date): boolean {
  return now < appealUntil(declinedAt);
}

/** An affected group with its households and, of every entrance in it, who knocks there (captain or named stand-in). */
export type AffectedGroup = {
  id: number;
  effect: Effect;
  households: readonly number[];
  entrances: readonly { id: number; captain: number | null }[];
};

/**
 * Row 5: may the consultation start? There are groups, none empty, no household in two of them, every entrance has
 * somebody to knock, and a second person has confirmed who named them.
 */
export function checkGroups(
  groups: readonly AffectedGroup[],
  namedBy: number | null,
  confirmedBy: number | null,
): Result<
  undefined,
  | 'no_groups'
  | 'group_empty'
  | 'household_in_two_groups'
  | 'entrance_without_captain'
  | 'groups_unconfirmed'
  | 'groups_same_person'
> {
  if (groups.length === 0) return refuse('no_groups');
  const empty = groups.find((group) => group.households.length === 0);
  if (empty) return refuse('group_empty', { group: empty.id });
  const households = groups.flatMap((group) => group.households);
  const twice = households.length - new Set(households).size;
  if (twice > 0) return refuse('household_in_two_groups', { count: twice });
  const uncovered = groups.flatMap((group) => group.entrances).filter((entrance) => entrance.captain === null);
  if (uncovered.length > 0) return refuse('entrance_without_captain', { count: uncovered.length });
  if (namedBy === null || confirmedBy === null) return refuse('groups_unconfirmed');
  if (namedBy === confirmedBy) return refuse('groups_same_person');
  return ok();
}

/** States in which a household may support a proposal, or take its support back: before the signature. */
export const SUPPORTED_IN: readonly State[] = ['submitted', 'short', ...BEFORE_SIGNATURE];

export const maySupport = (state: State): boolean => SUPPORTED_IN.includes(state);

/**
 * Whether the board says how many support it (null: one or two): as long as one can, and afterwards where it is a number.
 * Once everybody was asked, that one or two supported the draft is no news.
 */
export function tellsSupport(state: State, supporters: number | null): boolean {
  return maySupport(state) || (supporters ?? 0) > 0;
}

/** People may speak about whatever stands on the board and has not been taken back. */
export const SPOKEN_OF_IN: readonly State[] = STATES.filter((state) => state !== 'draft' && state !== 'withdrawn');

export const mayComment = (state: State): boolean => SPOKEN_OF_IN.includes(state);

/** The last day on which something completed then may be reopened: the same day two years on, or the last of February. */
export function reopenUntil(completedAt: Date): Day {
  const day = shanghaiDate(completedAt);
  const years = Number(day.slice(0, 4)) + 2;
  return day.endsWith('-02-29') ? `${years}-02-28` : `${years}${day.slice(4)}`;
}

/** Any resident may have a finished thing reopened within 24 months of its completion, the last day included. */
export function mayReopen(state: State, completedAt: Date | null, now: Date): boolean {
  return mayMove(state, 'reopened') && completedAt !== null && shanghaiDate(now) <= reopenUntil(completedAt);
}

/** States in which a word after the close can still change whether a proposal is agreed to. */
export const WORD_COUNTS_IN = ['consulting', 'redesign', 'agreed', 'noticed'] as const satisfies State[];
