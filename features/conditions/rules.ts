import type { State } from '@/features/proposals/rules';
import { ok, type Result, refuse } from '@/lib/result';

/** Each may be had or not: 2^12 sets are looked at one by one. */
export const MOST_CONDITIONS = 12;
const LEAST_CONDITIONS = 2;
export const MOST_CLASHES = 12;

/** Marked while the plan is still talked about. */
export const MARKED_IN: readonly State[] = ['consulting', 'redesign'];

/** What households ask for, by its number in the list; `cost` in fen. */
export interface Condition {
  no: number;
  cost: number;
}

/** Conditions that cannot all be had, however many of the others are. */
export interface Clash {
  nos: readonly number[];
}

export interface Marked {
  conditions: readonly Condition[];
  clashes: readonly Clash[];
  /** What all of them may cost together; null: nobody has said. */
  budget: number | null;
}

export interface Conflict {
  nos: number[];
  /** The place of the clash that says so; null: only the money does. */
  clash: number | null;
  /** What they cost together, where that is too much. */
  cost: number | null;
}

export interface Together {
  /** Sets to which nothing can be added, the largest first. */
  sets: number[][];
  /** Sets that cannot be had and of which nothing can be left out, the smallest first. */
  conflicts: Conflict[];
}

const byNumbers = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((no, index) => no !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

/**
 * What can be had together, exactly: every set of conditions is looked at. What can be had can be had with less, so a set is
 * largest where no single one can be added, and a conflict smallest where any single one may be left out.
 */
export function togetherOf({ conditions, clashes, budget }: Marked): Together {
  const bits = conditions.map((_, index) => 1 << index);
  const bitOf = new Map(conditions.map(({ no }, index) => [no, 1 << index]));
  const barred = clashes.map(({ nos }) => nos.reduce((mask, no) => mask | (bitOf.get(no) ?? 0), 0));
  const masks = Array.from({ length: 1 << conditions.length }, (_, mask) => mask);
  const costs = masks.map((mask) =>
    conditions.reduce((sum, { cost }, index) => sum + (mask & (1 << index) ? cost : 0), 0),
  );
  const isOver = (mask: number) => budget !== null && (costs[mask] ?? 0) > budget;
  const may = masks.map((mask) => !isOver(mask) && !barred.some((one) => (mask & one) === one));
  const nosOf = (mask: number) => conditions.flatMap(({ no }, index) => (mask & (1 << index) ? [no] : []));
  const sets = masks
    .filter((mask) => may[mask] && bits.every((bit) => (mask & bit) !== 0 || !may[mask | bit]))
    .map(nosOf);
  const conflicts = masks
    .filter((mask) => !may[mask] && bits.every((bit) => (mask & bit) === 0 || may[mask ^ bit]))
    .map((mask) => {
      const clash = barred.indexOf(mask);
      return { nos: nosOf(mask), clash: clash < 0 ? null : clash, cost: isOver(mask) ? (costs[mask] ?? 0) : null };
    });
  return {
    sets: sets.sort((a, b) => b.length - a.length || byNumbers(a, b)),
    conflicts: conflicts.sort((a, b) => a.nos.length - b.nos.length || byNumbers(a.nos, b.nos)),
  };
}

/** Those of the first one's length: how many equal it is said. */
export const firstsOf = <T>(all: readonly T[], length: (one: T) => number): T[] => {
  const [first] = all;
  return first === undefined ? [] : all.filter((one) => length(one) === length(first));
};

/**
 * What another total does: how many could be had together, and how many can be; null where it is the one that stands. What
 * was never marked has no total to change.
 */
export function totalChange(
  before: Marked | null,
  after: Marked,
): { from: number | null; to: number | null; most: number } | null {
  if (!before || before.budget === after.budget) return null;
  return { from: before.budget, to: after.budget, most: togetherOf(after).sets[0]?.length ?? 0 };
}

interface Listed {
  conditions: readonly (Condition & { objections: readonly number[] })[];
  clashes: readonly (Clash & { position: number })[];
}

/** An objection a condition may be taken from. */
export interface Raised {
  no: number;
  /** Its words hang on the board: one of those who raised it approved them, and not all took it back. */
  hangs: boolean;
}

/**
 * A list says whose each condition is, by objections whose words hang on the board already: so it tells nobody of a household
 * more than they do. What excludes each other are two or more of the list, each set of them once.
 */
export function checkMarked(
  { conditions, clashes }: Listed,
  raised: readonly Raised[],
): Result<undefined, 'too_few_conditions' | 'too_many_conditions' | 'invalid'> {
  if (conditions.length < LEAST_CONDITIONS) return refuse('too_few_conditions');
  if (conditions.length > MOST_CONDITIONS || conditions.some(({ no }) => no > MOST_CONDITIONS))
    return refuse('too_many_conditions', { most: MOST_CONDITIONS });
  const wrong: Record<string, string> = {};
  for (const { no, objections } of conditions) {
    const found = objections.map((wanted) => raised.find((one) => one.no === wanted));
    if (objections.length === 0) wrong[`objections_${no}`] = 'whose_missing';
    else if (found.includes(undefined)) wrong[`objections_${no}`] = 'no_such_objection';
    else if (found.some((one) => !one?.hangs)) wrong[`objections_${no}`] = 'not_on_board';
  }
  const listed = (no: number) => conditions.some((one) => one.no === no);
  const before = new Set<string>();
  for (const { position, nos } of clashes) {
    const key = [...nos].sort((a, b) => a - b).join();
    if (nos.length < 2) wrong[`nos_${position}`] = 'clash_alone';
    else if (!nos.every(listed)) wrong[`nos_${position}`] = 'clash_unlisted';
    else if (before.has(key)) wrong[`nos_${position}`] = 'clash_twice';
    before.add(key);
  }
  return Object.keys(wrong).length === 0 ? ok() : refuse('invalid', undefined, wrong);
}
