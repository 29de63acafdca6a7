import {
  COMPONENTS,
  type Component,
  indexOfShown,
  ranked,
  type Shown,
  sumOf,
  WEIGHTS,
  type Weights,
} from '@/features/topics/rules/selection';
import { type Day, monthsAfter } from '@/lib/calendar';
import { percent } from '@/lib/quantity';

/** A community as it stands in the list: counts alone, none under five. */
export interface Listed {
  id: number;
  nameZh: string;
  nameEn: string;
  day: string | null;
  households: number;
  shown: Shown;
  hasData: boolean;
}

/** No weight is more. */
export const MOST_PARTS = 10;

/** `2,2,2,2,1,1`, in the order of the components; anything else is no weighting, nor is one without any weight. */
export function weightsFrom(said: string | undefined): Weights | null {
  const parts = (said ?? '').split(',');
  const numbers = parts.map((one) => (/^\d{1,2}$/.test(one) ? Number(one) : MOST_PARTS + 1));
  if (parts.length !== COMPONENTS.length || numbers.some((one) => one > MOST_PARTS)) return null;
  if (numbers.every((one) => one === 0)) return null;
  return Object.fromEntries(COMPONENTS.map((name, at) => [name, numbers[at] ?? 0])) as Weights;
}

export const weightsSaid = (weights: Weights): string => COMPONENTS.map((name) => weights[name]).join(',');

type Days = Record<'from' | 'to' | 'beforeFrom' | 'beforeTo' | 'afterFrom' | 'afterTo', Day>;

/** No cohort lasts longer. */
const LONGEST_MONTHS = 36;

/** Every day of a draft that does not come after the one it should, or too long after it. */
export const wrongDays = (of: Days): Record<string, 'days_backwards' | 'cohort_too_long'> => ({
  ...Object.fromEntries(
    [
      ...(of.to < of.from ? ['to'] : []),
      ...(of.beforeTo < of.beforeFrom ? ['beforeTo'] : []),
      ...(of.afterFrom <= of.beforeTo ? ['afterFrom'] : []),
      ...(of.afterTo < of.afterFrom ? ['afterTo'] : []),
    ].map((name) => [name, 'days_backwards'] as const),
  ),
  ...(of.to >= monthsAfter(of.from, LONGEST_MONTHS) && { to: 'cohort_too_long' as const }),
});

/** A name for another draft after one that keeps its own. */
export function anewNamed(name: string): string {
  const [, stem = name, no = '1'] = /^(.*)（第(\d+)稿）$/.exec(name) ?? [];
  const end = `（第${Number(no) + 1}稿）`;
  return `${stem.slice(0, 40 - end.length)}${end}`;
}

/** What part of all of them each weight is, in percent. */
export function sharesOf(weights: Weights): Record<Component, string> {
  const sum = BigInt(sumOf(weights));
  const share = (name: Component) => percent(BigInt(weights[name]), sum) ?? '0.00';
  return Object.fromEntries(COMPONENTS.map((name) => [name, share(name)])) as Record<Component, string>;
}

/** Communities by index; those of which nothing is known, and those nobody has counted, apart and without a place. */
export function listBy(all: readonly Listed[], weights: Weights) {
  const indexed = all.map((of) => ({ of, index: of.day === null ? null : indexOfShown(of.shown, of, weights) }));
  const { ranked: known, unknown } = ranked(indexed);
  return {
    ranked: known,
    unknown: unknown.filter(({ day }) => day !== null),
    uncounted: unknown.filter(({ day }) => day === null),
  };
}

/** Who would come in among the first `many`, and who would go out, if it were weighted in another way. */
export function whatIf(all: readonly Listed[], weights: Weights, many: number) {
  const first = (by: Weights) =>
    new Set(listBy(all, by).ranked.flatMap(({ of, rank }) => (rank <= many ? [of.id] : [])));
  const [usual, other] = [first(WEIGHTS), first(weights)];
  return {
    comesIn: all.filter(({ id }) => other.has(id) && !usual.has(id)),
    goesOut: all.filter(({ id }) => usual.has(id) && !other.has(id)),
  };
}

/**
 * Where a choice departs from the list: chosen though they are not among as many of the first, or not chosen though they are.
 * Whoever shares the last place is no departure, either way.
 */
export function departures(all: readonly Listed[], weights: Weights, chosen: ReadonlySet<number>) {
  const { ranked: known } = listBy(all, weights);
  const last = known[chosen.size - 1]?.rank ?? known.at(-1)?.rank ?? 0;
  const rankOf = new Map(known.map(({ of, rank }) => [of.id, rank]));
  const tiedAtLast = known.filter(({ rank }) => rank === last).length > 1;
  const isIn = (id: number) => (rankOf.get(id) ?? Number.POSITIVE_INFINITY) <= last;
  const mustBeIn = (id: number) => {
    const rank = rankOf.get(id) ?? Number.POSITIVE_INFINITY;
    return tiedAtLast ? rank < last : rank <= last;
  };
  return {
    added: all.filter(({ id }) => chosen.has(id) && !isIn(id)),
    passed: all.filter(({ id }) => !chosen.has(id) && mustBeIn(id)),
  };
}
