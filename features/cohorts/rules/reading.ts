import {
  type Community,
  type Credit,
  changeOf,
  compareCohort,
  points,
  RATES,
  type RateName,
  readBy,
} from '@/features/figures/rules/cohort';
import { USUAL } from '@/features/figures/rules/profiles';
import type { Day } from '@/lib/calendar';
import { FEW_CALLBACKS, type Interval, wilson } from './interval';

/** A rate of one community that fell. */
export interface Worse {
  community: string;
  cohort: boolean;
  rate: RateName;
  change: string;
}

/** What got worse, the largest loss first; of equals as they were given. */
export function worseOf(communities: readonly Community[], by: Credit): Worse[] {
  const fell = communities.flatMap((one) =>
    RATES.flatMap((rate) => {
      const change = changeOf(one, rate, by);
      return change && change.n < 0n ? [{ one, rate, change }] : [];
    }),
  );
  return fell
    .sort((a, b) => {
      const difference = a.change.n * b.change.d - b.change.n * a.change.d;
      return difference > 0n ? 1 : difference < 0n ? -1 : 0;
    })
    .map(({ one, rate, change }) => ({
      community: one.community,
      cohort: one.cohort,
      rate,
      change: points(change) ?? '',
    }));
}

/** A rate of so few callbacks that it is printed with its interval of 95 %. */
export interface Few {
  community: string;
  period: 'before' | 'after';
  rate: RateName;
  effective: number;
  interval: Interval;
}

export const fewOf = (communities: readonly Community[], by: Credit): Few[] =>
  communities.flatMap((one) =>
    (['before', 'after'] as const).flatMap((period) =>
      one[period].effective >= FEW_CALLBACKS
        ? []
        : RATES.flatMap((rate) => {
            const { community } = one;
            const { effective } = one[period];
            const interval = wilson(readBy(by)[rate](one[period])?.n ?? 0n, BigInt(effective));
            return interval ? [{ community, period, rate, effective, interval }] : [];
          }),
    ),
  );

/** How much of what comes after was over by a day: months that are over can be picked by how they went. */
export const overBy = (day: Day, after: { from: Day; to: Day }): 'all' | 'some' | 'none' =>
  day > after.to ? 'all' : day > after.from ? 'some' : 'none';

/** How far the cohort went beyond the others: what can be said of it. */
export type Verdict = 'more' | 'less' | 'same' | 'unknown';

/** From what is printed: two that print alike are said to be alike. */
export function verdictOf(difference: string | null): Verdict {
  if (difference === null) return 'unknown';
  return difference === '0.00' ? 'same' : difference.startsWith('-') ? 'less' : 'more';
}

/** The comparison, and how it has to be read. */
export const readComparison = (communities: readonly Community[], by: Credit = USUAL) => {
  const compared = compareCohort(communities, by);
  const { resolution, satisfaction } = compared.differenceOfDifferences;
  return {
    compared,
    worse: worseOf(communities, by),
    few: fewOf(communities, by),
    verdicts: {
      resolution: { of: resolution.steady, verdict: verdictOf(resolution.steady) },
      satisfaction: { of: satisfaction.steady, verdict: verdictOf(satisfaction.steady) },
    },
  };
};
export type Reading = ReturnType<typeof readComparison>;
