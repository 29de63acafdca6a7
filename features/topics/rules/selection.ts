import { addDays, type Day, startOfDay } from '@/lib/calendar';

/** What is counted of a community for ninety days, in the order in which it is printed. */
export const COMPONENTS = ['volume', 'repeats', 'unresolved', 'overdue', 'opposites', 'trend'] as const;
export type Component = (typeof COMPONENTS)[number];

/** In how many parts each counts, whatever their sum; ours, and printed beside every index. */
export const WEIGHTS: Readonly<Record<Component, number>> = {
  volume: 2,
  repeats: 2,
  unresolved: 2,
  overdue: 2,
  opposites: 1,
  trend: 1,
};

/** So many days are counted; the trend compares them with as many before. */
const COUNTED_DAYS = 90;
/** A smaller count could be taken apart: it is not printed, and counts as none. */
export const LEAST = 5;

export interface Counts extends Record<Component, number> {
  households: number;
}

/** A complaint as it is counted. */
export interface Counted {
  at: Date;
  answered: boolean;
  late: boolean;
  repeats: boolean;
}

/** What is counted on a day: of the ninety before it, and how many more than in the ninety before those. */
export function countsOf(
  all: readonly Counted[],
  { day, households, opposites }: { day: Day; households: number; opposites: number },
): { counts: Counts; hasData: boolean } {
  const between = (from: number, to: number) =>
    all.filter(({ at }) => at >= startOfDay(addDays(day, -from)) && at < startOfDay(addDays(day, -to)));
  const [now, before] = [between(COUNTED_DAYS, 0), between(2 * COUNTED_DAYS, COUNTED_DAYS)];
  const counts = {
    households,
    volume: now.length,
    repeats: now.filter(({ repeats }) => repeats).length,
    unresolved: now.filter(({ answered }) => !answered).length,
    overdue: now.filter(({ late }) => late).length,
    opposites,
    trend: Math.max(0, now.length - before.length),
  };
  return { counts, hasData: now.length + before.length > 0 };
}

/** As somebody sees it who does not belong there: null where it is too small to be shown. */
export type Shown = Record<Component, number | null>;

type Kept = Readonly<Record<Component, number | null>>;

export const shownOf = (counts: Kept): Shown =>
  Object.fromEntries(COMPONENTS.map((name) => [name, (counts[name] ?? 0) < LEAST ? null : counts[name]])) as Shown;

export interface Fraction {
  n: bigint;
  d: bigint;
}

export type Weights = Readonly<Record<Component, number>>;

/** Of how many parts all of them are. */
export const sumOf = (weights: Weights): number => COMPONENTS.reduce((sum, name) => sum + weights[name], 0);

/** For every thousand households, the weighted mean of what is shown; null where nothing is known of a community. */
export function indexOfShown(
  shown: Shown,
  { households, hasData }: { households: number; hasData: boolean },
  weights: Weights,
) {
  const parts = sumOf(weights);
  if (!hasData || households === 0 || parts === 0) return null;
  const weighted = COMPONENTS.reduce((sum, name) => sum + BigInt(shown[name] ?? 0) * BigInt(weights[name]), 0n);
  return { n: weighted * 1000n, d: BigInt(households) * BigInt(parts) };
}

/** The larger first, exactly. */
const byIndex = (a: Fraction, b: Fraction): number => {
  const difference = b.n * a.d - a.n * b.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};

export interface Ranked<T> {
  /** The same for equals. */
  rank: number;
  tied: boolean;
  index: Fraction;
  of: T;
}

/** Communities by how much weighs on them; equals share a rank, and those of which nothing is known have none. */
export function ranked<T>(all: readonly { of: T; index: Fraction | null }[]): { ranked: Ranked<T>[]; unknown: T[] } {
  const known = all.flatMap(({ of, index }) => (index ? [{ of, index }] : []));
  const sorted = known.sort((a, b) => byIndex(a.index, b.index));
  const isEqual = (a: Fraction, b: Fraction) => byIndex(a, b) === 0;
  return {
    ranked: sorted.map(({ of, index }) => ({
      of,
      index,
      rank: 1 + sorted.filter((other) => byIndex(other.index, index) < 0).length,
      tied: sorted.filter((other) => isEqual(other.index, index)).length > 1,
    })),
    unknown: all.flatMap(({ of, index }) => (index ? [] : [of])),
  };
}
