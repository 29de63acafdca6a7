import { notAtThisStep, type State } from '@/features/proposals/rules';
import { daysAfter } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

/** What another proposal can go on with: one that is alive, hangs on the board, and whose plan is not signed yet. */
export const INTO = ['submitted', 'scoping', 'comparing', 'consulting', 'redesign', 'agreed', 'noticed'] as const;

/** Row 2: into another that goes on. */
export function checkInto(
  into: { same: boolean; state: State; waits: boolean } | null,
): Result<undefined, 'no_such_proposal' | 'into_itself' | 'not_into_that'> {
  if (!into) return refuse('no_such_proposal', undefined, { into: 'no_such_proposal' });
  if (into.same) return refuse('into_itself', undefined, { into: 'into_itself' });
  return !into.waits && INTO.some((one) => one === into.state)
    ? ok()
    : refuse('not_into_that', undefined, { into: 'not_into_that' });
}

/** The moment from which a merger stays: fourteen days after it. */
export const undoUntil = (mergedAt: Date): Date => daysAfter(mergedAt, 14);

/**
 * Undone before that moment. Where the other one has meanwhile gone on with a third, that is undone first: what came
 * along has moved on with it.
 */
export function checkUndoing(
  state: State,
  mergedAt: Date | null,
  now: Date,
  into: { state: State } | null = null,
): Result<undefined, 'not_at_this_step' | 'undo_too_late' | 'moved_on'> {
  if (state !== 'merged' || !mergedAt) return { ok: false, refusal: notAtThisStep('merged') };
  if (now >= undoUntil(mergedAt)) return refuse('undo_too_late');
  return into?.state === 'merged' ? refuse('moved_on') : ok();
}

/** What goes back when one is separated stays where another that is still joined has it, too: by the other's number. */
export function keptFor(gone: readonly number[], others: readonly { id: number; has: readonly number[] }[]) {
  const kept = new Map<number, number[]>();
  for (const one of gone) {
    const other = others.find(({ has }) => has.includes(one));
    if (other) kept.set(other.id, [...(kept.get(other.id) ?? []), one]);
  }
  return kept;
}

/** What moves along: what the other does not have yet. A household that supports both counts once. */
export const broughtAlong = (own: readonly number[], theirs: readonly number[]): number[] => {
  const had = new Set(theirs);
  return own.filter((one) => !had.has(one));
};
