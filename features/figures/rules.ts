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

/** A district's working formula of 2025, not law: by it every district goes that has said nothing of its own. */
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

/** As they are asked for: what nobody reported is null or absent. */
type Asked = Reported & Pick<Counts, 'responseOnly' | 'responseOnlyContacted'>;

/** Each rate in tenths; null where nobody reported it. */
function tenthsOf(counts: Asked, { fairlyTenths }: Profile) {
  const { effective, responseOnly, responseOnlyContacted } = counts;
  const { contacted = null, resolved = null, satisfied = null, fairlySatisfied = null } = counts;
  const tenths = (n: number | null, d: number): Tenths | null => (n === null ? null : { n: n * 10, d: d * 10 });
  return {
    response: tenths(contacted === null ? null : contacted + responseOnlyContacted, effective + responseOnly),
    resolution: tenths(resolved, effective),
    satisfaction:
      satisfied === null || fairlySatisfied === null
        ? null
        : { n: satisfied * 10 + fairlySatisfied * fairlyTenths, d: effective * 10 },
  };
}

export type Exact = { n: bigint; d: bigint };
export const RATE_NAMES = ['response', 'resolution', 'satisfaction'] as const;
export type RateName = (typeof RATE_NAMES)[number];

/** Rates and composite as fractions; null without callbacks, and where one of its figures was not reported. */
export function exactRates(counts: Asked, profile: Profile): Record<RateName | 'composite', Exact | null> {
  const tenths = tenthsOf(counts, profile);
  const exact = (of: Tenths | null) => (of === null || of.d === 0 ? null : { n: BigInt(of.n), d: BigInt(of.d) });
  const [response, resolution, satisfaction] = RATE_NAMES.map((name) => exact(tenths[name]));
  if (!response || !resolution || !satisfaction)
    return {
      response: response ?? null,
      resolution: resolution ?? null,
      satisfaction: satisfaction ?? null,
      composite: null,
    };
  const { weights } = profile;
  const n =
    BigInt(weights.response) * response.n * resolution.d * satisfaction.d +
    BigInt(weights.resolution) * resolution.n * response.d * satisfaction.d +
    BigInt(weights.satisfaction) * satisfaction.n * response.d * resolution.d;
  const all = BigInt(weights.response + weights.resolution + weights.satisfaction);
  const composite = { n, d: all * response.d * resolution.d * satisfaction.d };
  return { response, resolution, satisfaction, composite };
}

/**
 * The three rates and the composite (one decimal, half up, from exact fractions). A rate without callbacks is null, and so
 * is one of figures nobody reported, and a composite that lacks one of its rates is null too: none of them is nought.
 */
export function rates(counts: Asked, profile: Profile): Rates {
  const { response, resolution, satisfaction } = tenthsOf(counts, profile);
  const { composite } = exactRates(counts, profile);
  return {
    response: response && rate(response),
    resolution: resolution && rate(resolution),
    satisfaction: satisfaction && rate(satisfaction),
    composite: composite && percent(composite.n, composite.d, 1),
  };
}

/** What a month counted from callbacks would publish, in one line: whoever has looked at it gives it back. */
export const sayingOfMonth = (month: string, assessed: Counts, full: Counts): string =>
  [month, ...[assessed, full].flatMap((one) => COUNT_NAMES.map((name) => one[name]))].join(' ');

const COUNT_NAMES = [
  'effective',
  'contacted',
  'resolved',
  'satisfied',
  'fairlySatisfied',
  'responseOnly',
  'responseOnlyContacted',
] as const satisfies readonly (keyof Counts)[];

/** All of them in one pot. */
export const pooled = (all: readonly Counts[]): Counts =>
  Object.fromEntries(COUNT_NAMES.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0)])) as Counts;
