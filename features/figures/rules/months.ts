import type { Counts, Rates } from '../rules';
import { pooled, RATE_NAMES, rates } from '../rules';
import { isSame, type Pinned } from './profiles';

/** `2022-03`, as assessment months are called. */
export type Month = string;

const number = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const monthOf = (n: number): Month => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

/** From the one to the other, both with it. */
export const monthsFrom = (first: Month, last: Month): Month[] =>
  Array.from({ length: Math.max(0, number(last) - number(first) + 1) }, (_, at) => monthOf(number(first) + at));

export const monthBefore = (month: Month): Month => monthOf(number(month) - 1);

/** `2022-1`: three assessment months. */
export const quarterOf = (month: Month): string => `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`;

export interface Told {
  month: Month;
  counts: Counts;
  profile: Pinned;
}

/** Quarters all three of whose months are told and counted alike: their callbacks in one pot. */
export function quarters(months: readonly Told[]): { quarter: string; counts: Counts; rates: Rates }[] {
  const names = [...new Set(months.map(({ month }) => quarterOf(month)))];
  return names.flatMap((quarter) => {
    const own = months.filter(({ month }) => quarterOf(month) === quarter);
    const [first] = own;
    if (!first || own.length < 3 || own.some(({ profile }) => !isSame(profile, first.profile))) return [];
    const counts = pooled(own.map((one) => one.counts));
    return [{ quarter, counts, rates: rates(counts, first.profile) }];
  });
}

/** 满分月: every rate is all of its callbacks. */
export const isPerfect = (of: Rates): boolean =>
  RATE_NAMES.every((name) => of[name] !== null && of[name].n === of[name].d);

/** `volume`: null where it is one or two. */
export interface Volume {
  month: Month;
  volume: number | null;
}

/** Months in which nothing came stand among the others, and are counted: 无诉月. `last`: up to when one knows. */
export function withNothing<V extends Volume>(known: readonly V[], last: Month): (V | { month: Month; volume: 0 })[] {
  const sorted = known.map(({ month }) => month).sort();
  const [first, latest] = [sorted[0], sorted.at(-1)];
  if (first === undefined || latest === undefined) return [];
  return monthsFrom(first, latest > last ? latest : last).map(
    (month) => known.find((one) => one.month === month) ?? { month, volume: 0 as const },
  );
}
