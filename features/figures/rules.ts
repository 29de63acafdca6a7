import type { Satisfaction } from '@/db/words/callbacks';
import { percent } from '@/lib/quantity';

/**
 * How a district turns callbacks into rates. Weights and credits are whole tenths, so that every figure stays exact.
 */
export type Profile = {
  name: string;
  /** What "fairly satisfied" counts, in tenths of "satisfied". */
  fairlyTenths: number;
  /** Weights of response, resolution and satisfaction in the composite, in tenths. */
  weights: { response: number; resolution: number; satisfaction: number };
};

/** A district's working formula of 2025, not law. */
export const PROFILES: Readonly<Record<'beijing_district_2025', Profile>> = {
  beijing_district_2025: {
    name: 'beijing_district_2025',
    fairlyTenths: 9,
    weights: { response: 1, resolution: 5, satisfaction: 4 },
  },
};
export type ProfileName = keyof typeof PROFILES;

export type Scope = 'three_rates' | 'response_only' | 'excluded';

/** One callback. `effective`: reached and answered. Partly resolved is not resolved. Null: not asked or not said. */
export type Callback = {
  scope: Scope;
  effective: boolean;
  contacted: boolean;
  resolved: 'yes' | 'no' | 'partial' | null;
  satisfied: Satisfaction | null;
};

/** What the rates are made of; a period reported as integers and a list of callbacks come to the same. */
export type Counts = {
  effective: number;
  contacted: number;
  resolved: number;
  satisfied: number;
  fairlySatisfied: number;
  responseOnly: number;
  responseOnlyContacted: number;
};

/** Which callbacks count: `assessed` leaves out the excluded, `full` counts them like any other. */
export type View = 'assessed' | 'full';

export function countCallbacks(callbacks: readonly Callback[], view: View): Counts {
  const effective = callbacks.filter((one) => one.effective && (view === 'full' || one.scope !== 'excluded'));
  const three = effective.filter((one) => one.scope !== 'response_only');
  const only = effective.filter((one) => one.scope === 'response_only');
  const number = (of: Callback[], test: (one: Callback) => boolean) => of.filter(test).length;
  return {
    effective: three.length,
    contacted: number(three, (one) => one.contacted),
    resolved: number(three, (one) => one.resolved === 'yes'),
    satisfied: number(three, (one) => one.satisfied === 'satisfied'),
    fairlySatisfied: number(three, (one) => one.satisfied === 'fairly_satisfied'),
    responseOnly: only.length,
    responseOnlyContacted: number(only, (one) => one.contacted),
  };
}

/** A rate as it is printed: n of d, and the percentage with two decimals. `n` may have one decimal. */
export type Rate = { n: string; d: string; pct: string };
export type Rates = {
  response: Rate | null;
  resolution: Rate | null;
  satisfaction: Rate | null;
  composite: string | null;
};

/** A fraction of tenths over tenths. */
type Tenths = { n: number; d: number };

function rate({ n, d }: Tenths): Rate | null {
  const pct = percent(n, d);
  if (pct === null) return null;
  const whole = Math.floor(n / 10);
  return { n: n % 10 === 0 ? String(whole) : `${whole}.${n % 10}`, d: String(d / 10), pct };
}

/**
 * The three rates and the composite (one decimal, half up, from exact fractions). A rate without callbacks is null,
 * and a composite that lacks one of its rates is null too: none of them is nought.
 */
export function rates(counts: Counts, profile: Profile): Rates {
  const tenths = (n: number, d: number): Tenths => ({ n: n * 10, d: d * 10 });
  const response = tenths(counts.contacted + counts.responseOnlyContacted, counts.effective + counts.responseOnly);
  const resolution = tenths(counts.resolved, counts.effective);
  const satisfaction = {
    n: counts.satisfied * 10 + counts.fairlySatisfied * profile.fairlyTenths,
    d: counts.effective * 10,
  };
  return {
    response: rate(response),
    resolution: rate(resolution),
    satisfaction: rate(satisfaction),
    composite: composite(response, resolution, satisfaction, profile.weights),
  };
}

function composite(response: Tenths, resolution: Tenths, satisfaction: Tenths, weights: Profile['weights']) {
  const [r, s, m] = [response, resolution, satisfaction].map(({ n, d }) => ({ n: BigInt(n), d: BigInt(d) }));
  if (!r || !s || !m) return null;
  const n =
    BigInt(weights.response) * r.n * s.d * m.d +
    BigInt(weights.resolution) * s.n * r.d * m.d +
    BigInt(weights.satisfaction) * m.n * r.d * s.d;
  const all = BigInt(weights.response + weights.resolution + weights.satisfaction);
  return percent(n, all * r.d * s.d * m.d, 1);
}
