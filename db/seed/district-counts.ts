/** Callbacks of a period: effective, resolved, satisfied, fairly satisfied. */
export type Four = readonly [number, number, number, number];

/** What the communities of the first cohort came to but for the one of the story, whose callbacks are its own. */
export interface Totals {
  before: Four;
  after: Four;
}

/**
 * All callbacks of the 26 together are 10,000 before and 10,000 after: then +28.76 and +20.09 percentage points are 2,876 more
 * that were resolved and 2,009 more that were satisfied, fairly satisfied counting nine tenths. Derived, not reported.
 */
export const cohortTotals = (story: Totals): Totals => {
  const [all, resolved, satisfied] = [10_000, 5_690, 6_142];
  const others = (of: Four, [e, r, tenths]: readonly [number, number, number], fairly: number): Four => [
    e - of[0],
    r - of[1],
    (tenths - 10 * of[2] - 9 * of[3] - 9 * fairly) / 10,
    fairly,
  ];
  // The story's own fairly satisfied make tenths; so many of the others make them whole again.
  const fairly = (of: Four) => (10 - (of[3] % 10)) % 10;
  return {
    before: others(story.before, [all, resolved, satisfied * 10], fairly(story.before)),
    after: others(story.after, [all, resolved + 2_876, (satisfied + 2_009) * 10], fairly(story.after)),
  };
};

/** A whole number in as many parts as there are weights, as they weigh; no part lost. */
function inParts(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, one) => sum + one, 0);
  let before = 0;
  let weighed = 0;
  return weights.map((one) => {
    weighed += one;
    const upTo = Math.floor((total * weighed) / all);
    const part = upTo - before;
    before = upTo;
    return part;
  });
}

/** How many are called back in the n-th community: uneven, and in two of them few. */
const sizeOf = (n: number) => (n % 13 === 7 ? 20 : 240 + ((n * 137) % 331));

/** The totals over so many communities; `shares`: hundredths, how well each of them does. */
export function spread(count: number, totals: Totals, shares: (n: number) => { before: number; after: number }) {
  const nth = Array.from({ length: count }, (_, n) => n);
  const of = (period: 'before' | 'after') => {
    const [effective, resolved, satisfied, fairly] = totals[period];
    const sizes = inParts(effective, nth.map(sizeOf));
    const weights = nth.map((n) => (sizes[n] ?? 0) * shares(n)[period]);
    const [solved, content] = [inParts(resolved, weights), inParts(satisfied, weights)];
    return nth.map((n): Four => [sizes[n] ?? 0, solved[n] ?? 0, content[n] ?? 0, n === 0 ? fairly : 0]);
  };
  const [before, after] = [of('before'), of('after')];
  return nth.map((n) => ({ before: before[n] ?? totals.before, after: after[n] ?? totals.after }));
}
