import type { Outcome } from '@/db/words/works';
import { notAtThisStep, type State } from '@/features/proposals/rules';
import { type Day, daysAfter } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

export type { Outcome };

/** A confirmed answer that became a promise ("下口北移12米"), and what its delegate saw. `repairOn`: date promised. */
export type Commitment = { id: number; outcome: Outcome | null; repairOn: Day | null };

/** A group's delegate and what they said of the whole; null outcome: has not been there yet. */
export type Acceptance = {
  group: number;
  /** Null: written down for them by `recorder`. */
  delegate: number | null;
  recorder?: number | null;
  outcome: Outcome | null;
  repairOn: Day | null;
};

/** Answers that promise something, and objections to which nothing is promised: taken back, or not answered (any more). */
const PROMISING: readonly (string | null)[] = ['adopted', 'adopted_another_way', 'partly'];
const UNPROMISED: readonly string[] = ['raised', 'acknowledged', 'withdrawn'];

/**
 * Whether the answer to an objection becomes a promise to be shown at acceptance: every one does that says the plan was
 * changed, in whole, in part or another way; also where those who raised it still object, for it stands in the plan.
 * Two groups that were promised the same have a promise each, for each looks at its own.
 */
export function isPromise(objection: { answerKind: string | null; state: string }): boolean {
  return PROMISING.includes(objection.answerKind) && !UNPROMISED.includes(objection.state);
}

/**
 * What an answer given on the site, or to what was reopened there, does to its promises: one that says something is done
 * is a promise from now on, and looked at anew. What was promised before the signature is not taken back by an answer:
 * whoever cannot keep it sends the plan back to the drawing board.
 */
export function answerOnSite(
  state: string,
  answerKind: string,
  promised: boolean,
): Result<{ promise: boolean }, 'breaks_promise'> {
  if (state !== 'building' && state !== 'reopened') return ok({ promise: false });
  if (PROMISING.includes(answerKind)) return ok({ promise: true });
  return promised ? refuse('breaks_promise') : ok({ promise: false });
}

/** A refusal is dealt with only by a date on which it will be repaired. */
const decided = (one: { outcome: Outcome | null; repairOn: Day | null }) =>
  one.outcome === 'accepted' || (one.outcome === 'refused' && one.repairOn !== null);

/** What stands between a building site and "completed". */
export type Lacking = {
  groups: number[];
  commitments: number[];
};

/**
 * Complete exactly when a delegate of each affected group has accepted and every commitment is accepted or refused
 * with a repair date. One person speaks for one group: whoever accepts for two counts for neither. Nor does whoever
 * accepted first and reported or checked a milestone afterwards.
 */
export function completion(
  groups: readonly number[],
  acceptances: readonly Acceptance[],
  commitments: readonly Commitment[],
  buildersAndCheckers: readonly number[],
): { complete: boolean; lacking: Lacking } {
  const speaksForTwo = (delegate: number | null) =>
    delegate !== null &&
    new Set(acceptances.filter((one) => one.delegate === delegate).map((one) => one.group)).size > 1;
  const built = (person: number | null | undefined) =>
    typeof person === 'number' && buildersAndCheckers.includes(person);
  const counts = ({ delegate, recorder }: Acceptance) =>
    !speaksForTwo(delegate) && !built(delegate) && !built(recorder);
  const accepted = new Set(
    acceptances.filter((one) => one.outcome === 'accepted' && counts(one)).map((one) => one.group),
  );
  const lacking = {
    groups: groups.filter((group) => !accepted.has(group)),
    commitments: commitments.filter((one) => !decided(one)).map((one) => one.id),
  };
  return { complete: lacking.groups.length + lacking.commitments.length === 0, lacking };
}

/** May this be recorded of a commitment or by a delegate? A refusal names the day of repair, and not one gone by. */
export function checkOutcome(
  outcome: Outcome,
  repairOn: Day | null,
  today: Day,
): Result<undefined, 'repair_date_without_refusal' | 'repair_date_missing' | 'repair_date_past'> {
  if (outcome === 'accepted') return repairOn === null ? ok() : refuse('repair_date_without_refusal');
  if (repairOn === null) return refuse('repair_date_missing');
  return repairOn < today ? refuse('repair_date_past') : ok();
}

/**
 * The same at a door, where the whole and the promises of the group are said at once: a day of repair is named where
 * the whole is refused or a promise is not kept, and nowhere else.
 */
export const checkAtDoor = (outcome: Outcome, unkept: number, repairOn: Day | null, today: Day) =>
  checkOutcome(unkept > 0 ? 'refused' : outcome, repairOn, today);

/**
 * A site is worked on while its proposal is being built, and only the last one: an earlier site was given up when the
 * plan went back to the drawing board, and what was accepted there is not what is built now.
 */
export const checkSite = (state: State, last: boolean): Result<undefined, 'not_at_this_step'> =>
  state === 'building' && last ? ok() : { ok: false, refusal: notAtThisStep('building') };

/** Who reported or checked these: they do not accept what was built. */
export const builtBy = (milestones: readonly { reportedBy: number | null; checkedBy: number | null }[]): number[] =>
  milestones.flatMap(({ reportedBy, checkedBy }) => [reportedBy, checkedBy].filter((one) => one !== null));

/** A delegate lives in the group and neither builds nor checks the works. */
export function mayBeDelegate(
  person: { id: number; household: number },
  groupHouseholds: readonly number[],
  buildersAndCheckers: readonly number[],
): boolean {
  return groupHouseholds.includes(person.household) && !buildersAndCheckers.includes(person.id);
}

/** Fourteen days without a report from the site raise an alarm; at that moment, `silentFrom`. */
export function silentFrom(lastReportAt: Date): Date {
  return daysAfter(lastReportAt, 14);
}

export function isSilent(lastReportAt: Date, now: Date): boolean {
  return now >= silentFrom(lastReportAt);
}

/** Whoever builds for another sum than was signed says why; both in fen. */
export const checkBudget = (
  budget: number,
  signed: number | null,
  reason: string,
): Result<undefined, 'budget_differs'> =>
  signed !== null && budget !== signed && !reason.trim()
    ? refuse('budget_differs', { signed }, { budgetReason: 'required' })
    : ok();

/** What was done falls short of what was planned. */
export const isShort = ({ target, actual }: { target: number | null; actual: number | null }): boolean =>
  target !== null && (actual ?? 0) < target;

/** Whoever reports less than was planned says why. */
export const checkAmount = (
  planned: { target: number | null },
  { actual, note }: { actual: number | null; note: string },
): Result<undefined, 'short_unexplained'> =>
  isShort({ ...planned, actual }) && !note.trim()
    ? refuse('short_unexplained', { target: planned.target ?? 0 }, { note: 'short_unexplained' })
    : ok();

/** A promise that was not kept waits to be mended, then for its delegate to look again. */
export const isUnmended = (one: { outcome: Outcome | null; mended: boolean }): boolean =>
  one.outcome === 'refused' && !one.mended;

/** Not kept, and its day of repair is over without anybody having reported it as mended. */
export const isOverdue = (
  one: { outcome: Outcome | null; mended: boolean; repairOn: Day | null },
  today: Day,
): boolean => isUnmended(one) && one.repairOn !== null && one.repairOn < today;

/** Which of a group's promises, counted from 1, nobody has looked at. */
export const notLooked = (promises: readonly { outcome: Outcome | null }[]): number[] =>
  promises.flatMap(({ outcome }, index) => (outcome === null ? [index + 1] : []));

/** A milestone is reported with the day on which it was done. */
export const checkReport = (actualOn: Day, today: Day): Result<undefined, 'date_in_the_future'> =>
  actualOn > today ? refuse('date_in_the_future') : ok();
