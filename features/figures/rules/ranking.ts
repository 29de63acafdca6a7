import { percent } from '@/lib/quantity';
import { type Counts, type Exact, exactRates, type Profile, pooled, RATE_NAMES, type Rates, rates } from '../rules';
import { meanOf } from './cohort';

/** One of those that are compared: how many cases came, how many were closed in that time whenever they came, and what callbacks said. */
export interface Unit {
  name: string;
  volume: number;
  closed: number;
  counts: Counts;
}

/** `place`: null without effective callbacks. Who has the same composite shares a place. */
export interface Ranked extends Unit {
  place: number | null;
  rates: Rates;
}

const compare = (a: Exact, b: Exact): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};

/** By composite, exactly and not as it is printed; of equals the larger volume stands first, and they share a place. */
export function ranked(units: readonly Unit[], profile: Profile): Ranked[] {
  const all = units.map((unit) => ({ unit, composite: exactRates(unit.counts, profile).composite }));
  const sorted = all.sort((a, b) => {
    if (a.composite && b.composite) return compare(b.composite, a.composite) || b.unit.volume - a.unit.volume;
    return Number(b.composite !== null) - Number(a.composite !== null) || b.unit.volume - a.unit.volume;
  });
  return sorted.map(({ unit, composite }) => {
    const better = sorted.filter((other) => composite && other.composite && compare(other.composite, composite) > 0);
    return { ...unit, place: composite && better.length + 1, rates: rates(unit.counts, profile) };
  });
}

/** Two different numbers, each by its name: all callbacks in one pot, and the mean of those that have any. */
export function inTwoWays(units: readonly Unit[], profile: Profile) {
  const each = units.map(({ counts }) => exactRates(counts, profile));
  const mean = (name: (typeof RATE_NAMES)[number] | 'composite') => {
    const all = each.map((one) => one[name]).filter((one) => one !== null);
    const of = meanOf(all);
    return of && percent(of.n, of.d, name === 'composite' ? 1 : 2);
  };
  return {
    pooled: rates(pooled(units.map(({ counts }) => counts)), profile),
    mean: Object.fromEntries([...RATE_NAMES, 'composite' as const].map((name) => [name, mean(name)])) as Record<
      (typeof RATE_NAMES)[number] | 'composite',
      string | null
    >,
    of: each.filter(({ composite }) => composite !== null).length,
  };
}
