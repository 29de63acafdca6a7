import type { Satisfaction } from '@/db/words/callbacks';
import type { Resolved, Scope } from '@/db/words/evaluations';
import type { Day } from '@/lib/calendar';
import { percent } from '@/lib/quantity';
import { ok, type Result, refuse } from '@/lib/result';

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

/** One callback. `effective`: reached and answered. Partly resolved is not resolved. Null: not asked or not said. */
export type Callback = {
  scope: Scope;
  effective: boolean;
  contacted: boolean;
  resolved: Resolved | null;
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

/** Counts as a period is reported; null or absent: not reported. */
type Reported = Pick<Counts, 'effective'> & {
  [K in 'contacted' | 'resolved' | 'satisfied' | 'fairlySatisfied']?: number | null | undefined;
};

/** What a period would publish, in one line: whoever has looked at it gives it back. */
export const sayingOf = (period: { from: Day; to: Day; profile: string } & Reported): string =>
  [
    ...[period.from, period.to, period.profile, period.effective],
    ...[period.contacted, period.resolved, period.satisfied, period.fairlySatisfied].map((count) => count ?? '-'),
  ].join(' ');

interface Span {
  from: Day;
  to: Day;
}

/** A period is over before it is recorded, and no day is counted in two. */
export function checkPeriod(
  { from, to }: Span,
  others: readonly Span[],
  today: Day,
): Result<undefined, 'period_not_over' | 'period_known' | 'period_overlaps'> {
  if (to >= today) return refuse('period_not_over', undefined, { to: 'period_not_over' });
  const other = others.find((one) => one.from <= to && from <= one.to);
  if (!other) return ok();
  if (other.from === from && other.to === to) return refuse('period_known', undefined, { from: 'period_known' });
  return refuse('period_overlaps', { from: other.from, to: other.to }, { from: 'period_overlaps' });
}

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
 * The three rates and the composite (one decimal, half up, from exact fractions). A rate without callbacks is null, and so
 * is one of figures nobody reported, and a composite that lacks one of its rates is null too: none of them is nought.
 */
export function rates(
  counts: Reported & Pick<Counts, 'responseOnly' | 'responseOnlyContacted'>,
  profile: Profile,
): Rates {
  const { effective, responseOnly, responseOnlyContacted } = counts;
  const { contacted = null, resolved = null, satisfied = null, fairlySatisfied = null } = counts;
  const tenths = (n: number | null, d: number): Tenths | null => (n === null ? null : { n: n * 10, d: d * 10 });
  const response = tenths(contacted === null ? null : contacted + responseOnlyContacted, effective + responseOnly);
  const resolution = tenths(resolved, effective);
  const satisfaction =
    satisfied === null || fairlySatisfied === null
      ? null
      : { n: satisfied * 10 + fairlySatisfied * profile.fairlyTenths, d: effective * 10 };
  return {
    response: response && rate(response),
    resolution: resolution && rate(resolution),
    satisfaction: satisfaction && rate(satisfaction),
    composite: response && resolution && satisfaction && composite(response, resolution, satisfaction, profile.weights),
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
