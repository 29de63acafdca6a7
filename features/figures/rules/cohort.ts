import { percent } from '@/lib/quantity';
import { type Exact as Fraction, PROFILES, type Profile } from '../rules';

/**
 * What became of the communities a cohort was sent to, beside those it was not: two rates before and after, in percentage
 * points, from exact fractions. All callbacks in one pot and the mean of communities are different numbers; both are named.
 */
export type Counted = { effective: number; resolved: number; satisfied: number; fairlySatisfied: number };
export type Community = { community: string; cohort: boolean; before: Counted; after: Counted };

/** A line for each community and period, as `tongxin cohort` reads and a district writes them. */
export const COUNTED_COLUMNS = [
  ...(['community', 'cohort', 'period'] as const),
  ...(['effective', 'resolved', 'satisfied', 'fairly_satisfied'] as const),
] as const;

type Printed = { n: string; d: string; pct: string };
type Change<T> = { before: T | null; after: T | null; change: string | null };

export const RATES = ['resolution', 'satisfaction'] as const;
export type RateName = (typeof RATES)[number];
type Both<T> = Record<RateName, T>;

/** What "fairly satisfied" counts, in tenths; of what is compared all counts alike. */
export type Credit = Pick<Profile, 'fairlyTenths'>;

/** A rate in tenths of callbacks; null without callbacks. */
export const readBy = ({ fairlyTenths }: Credit): Both<(counted: Counted) => Fraction | null> => ({
  resolution: ({ effective, resolved }) =>
    effective === 0 ? null : { n: BigInt(resolved) * 10n, d: BigInt(effective) * 10n },
  satisfaction: ({ effective, satisfied, fairlySatisfied }) =>
    effective === 0
      ? null
      : {
          n: BigInt(satisfied) * 10n + BigInt(fairlySatisfied) * BigInt(fairlyTenths),
          d: BigInt(effective) * 10n,
        },
});

const less = (a: Fraction | null, b: Fraction | null): Fraction | null =>
  a && b && { n: a.n * b.d - b.n * a.d, d: a.d * b.d };

/** One fraction of many: those of one denominator first, then two by two, so that no number grows longer than it must. */
function sumOf(fractions: readonly Fraction[]): Fraction {
  const byDenominator = new Map<bigint, bigint>();
  for (const { n, d } of fractions) byDenominator.set(d, (byDenominator.get(d) ?? 0n) + n);
  let sums = [...byDenominator].map(([d, n]): Fraction => ({ n, d }));
  while (sums.length > 1)
    sums = sums.flatMap((a, at) => {
      const b = sums[at + 1];
      if (at % 2 === 1) return [];
      return b ? [{ n: a.n * b.d + b.n * a.d, d: a.d * b.d }] : [a];
    });
  return sums[0] ?? { n: 0n, d: 1n };
}

/** The mean of fractions, as one; null of none. */
export function meanOf(fractions: readonly Fraction[]): Fraction | null {
  const sum = sumOf(fractions);
  return fractions.length === 0 ? null : { n: sum.n, d: sum.d * BigInt(fractions.length) };
}

/** What one community's rate gained, exactly; null where there were no callbacks. */
export const changeOf = (
  { before, after }: Pick<Community, 'before' | 'after'>,
  name: RateName,
  by: Credit,
): Fraction | null => less(readBy(by)[name](after), readBy(by)[name](before));

/** Percentage points with a sign, two decimals, half away from zero: "+28.76". Nothing has no sign. */
export function points(change: Fraction | null): string | null {
  if (!change) return null;
  const size = percent(change.n < 0n ? -change.n : change.n, change.d) ?? '0.00';
  return size === '0.00' ? size : `${change.n < 0n ? '-' : '+'}${size}`;
}

const shown = (rate: Fraction | null): string | null => rate && percent(rate.n, rate.d);

function printed(rate: Fraction | null): Printed | null {
  if (!rate) return null;
  const tenths = rate.n % 10n;
  const n = `${rate.n / 10n}${tenths === 0n ? '' : `.${tenths}`}`;
  return { n, d: String(rate.d / 10n), pct: percent(rate.n, rate.d) ?? '' };
}

const total = (counted: readonly Counted[]): Counted => {
  const sum = (of: (one: Counted) => number) => counted.reduce((all, one) => all + of(one), 0);
  return {
    effective: sum((one) => one.effective),
    resolved: sum((one) => one.resolved),
    satisfied: sum((one) => one.satisfied),
    fairlySatisfied: sum((one) => one.fairlySatisfied),
  };
};

const each = <T>(of: (name: RateName) => T): Both<T> => ({
  resolution: of('resolution'),
  satisfaction: of('satisfaction'),
});

/**
 * The ways of counting one side. Whoever has no callbacks in a period is in no mean, and is counted as left out. All callbacks
 * there are in one pot, `pooled`, may be of other communities before than after; `steady` are those of the same ones.
 */
function sideOf(communities: readonly Community[], name: RateName, by: Credit) {
  const rateOf = readBy(by)[name];
  const whole = communities.flatMap(({ before, after }) => {
    const [was, is] = [rateOf(before), rateOf(after)];
    return was && is ? [{ was, is, of: { before, after } }] : [];
  });
  const pot = (all: readonly Pick<Community, 'before' | 'after'>[]) => {
    const [before, after] = [rateOf(total(all.map((one) => one.before))), rateOf(total(all.map((one) => one.after)))];
    return { change: less(after, before), before, after };
  };
  const [was, is] = [meanOf(whole.map((one) => one.was)), meanOf(whole.map((one) => one.is))];
  return {
    pooled: pot(communities),
    steady: pot(whole.map(({ of }) => of)),
    mean: { change: less(is, was), before: was, after: is, communities: whole.length },
    leftOut: communities.length - whole.length,
  };
}

type SideShown = {
  pooled: Change<Printed>;
  steady: Change<Printed>;
  mean: Change<string> & { communities: number; leftOut: number };
};

const showPot = ({ before, after, change }: Record<keyof Change<Fraction>, Fraction | null>): Change<Printed> => ({
  before: printed(before),
  after: printed(after),
  change: points(change),
});

const showSide = ({ pooled, steady, mean, leftOut }: ReturnType<typeof sideOf>): SideShown => ({
  pooled: showPot(pooled),
  steady: showPot(steady),
  mean: {
    before: shown(mean.before),
    after: shown(mean.after),
    change: points(mean.change),
    communities: mean.communities,
    leftOut,
  },
});

export function compareCohort(communities: readonly Community[], by: Credit = PROFILES.beijing_district_2025) {
  const [chosen, others] = [true, false].map((side) => communities.filter(({ cohort }) => cohort === side));
  const inside = each((name) => sideOf(chosen ?? [], name, by));
  const outside = each((name) => sideOf(others ?? [], name, by));
  return {
    communities: communities.map((one) => ({
      community: one.community,
      cohort: one.cohort,
      ...each((name): Change<Printed> => {
        const [was, is] = [readBy(by)[name](one.before), readBy(by)[name](one.after)];
        return { before: printed(was), after: printed(is), change: points(changeOf(one, name, by)) };
      }),
    })),
    cohort: each((name) => showSide(inside[name])),
    others: each((name) => showSide(outside[name])),
    differenceOfDifferences: each((name) => ({
      pooled: points(less(inside[name].pooled.change, outside[name].pooled.change)),
      steady: points(less(inside[name].steady.change, outside[name].steady.change)),
      mean: points(less(inside[name].mean.change, outside[name].mean.change)),
    })),
  };
}

export type CountedFault = 'resolved' | 'satisfied';

/** Nobody is counted who was not reached. */
export const faultsOf = ({ effective, resolved, satisfied, fairlySatisfied }: Counted): CountedFault[] => [
  ...(resolved > effective ? (['resolved'] as const) : []),
  ...(satisfied + fairlySatisfied > effective ? (['satisfied'] as const) : []),
];
