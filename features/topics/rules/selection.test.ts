import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Counts, countsOf, indexOfShown, ranked, shownOf, WEIGHTS } from './selection';

const counts = (more: Partial<Counts> = {}): Counts => ({
  ...more,
  households: more.households ?? 1000,
  volume: more.volume ?? 0,
  repeats: more.repeats ?? 0,
  unresolved: more.unresolved ?? 0,
  overdue: more.overdue ?? 0,
  opposites: more.opposites ?? 0,
  trend: more.trend ?? 0,
});

const indexOf = (of: Counts, hasData: boolean) =>
  indexOfShown(shownOf(of), { households: of.households, hasData }, WEIGHTS);

test('a count below five is not shown, and does not show in the index', () => {
  assert.deepEqual(shownOf(counts({ volume: 4, repeats: 5 })), {
    volume: null,
    repeats: 5,
    unresolved: null,
    overdue: null,
    opposites: null,
    trend: null,
  });
  assert.deepEqual(indexOf(counts({ volume: 4, overdue: 10 }), true), indexOf(counts({ overdue: 10 }), true));
});

test('the index is exact: for a thousand households, by the weights', () => {
  const index = indexOf(counts({ households: 2100, volume: 40, repeats: 6, unresolved: 7, opposites: 5 }), true);
  assert.deepEqual(index, { n: (80n + 12n + 14n + 5n) * 1000n, d: 21_000n });
  assert.equal(indexOf(counts({ households: 0, volume: 40 }), true), null);
  assert.equal(indexOf(counts(), false), null);
});

test('equals share a rank, however their fractions are written; those of which nothing is known have none', () => {
  const of = (name: string, index: { n: bigint; d: bigint } | null) => ({ of: name, index });
  const done = ranked([
    of('a', { n: 1n, d: 3n }),
    of('b', { n: 2n, d: 6n }),
    of('c', null),
    of('d', { n: 33_334n, d: 100_000n }),
    of('e', { n: 0n, d: 7n }),
  ]);
  assert.deepEqual(
    done.ranked.map(({ of: name, rank, tied }) => [name, rank, tied]),
    [
      ['d', 1, false],
      ['a', 2, true],
      ['b', 2, true],
      ['e', 4, false],
    ],
  );
  assert.deepEqual(done.unknown, ['c']);
});

test('ninety days before the day are counted, and compared with the ninety before those', () => {
  const told = (day: string, more = {}) => ({
    ...more,
    at: new Date(`${day}+08:00`),
    answered: 'answered' in more,
    late: 'late' in more,
    repeats: 'repeats' in more,
  });
  const of = { day: '2022-04-01', households: 100, opposites: 3 };
  const done = countsOf(
    [
      told('2021-07-04T23:59:59'),
      told('2021-10-03T00:00:00'),
      told('2021-12-31T23:59:59'),
      told('2022-01-01T00:00:00', { late: true }),
      told('2022-03-31T23:59:59', { answered: true, repeats: true }),
      told('2022-03-30T00:00:00'),
      told('2022-04-01T00:00:00'),
    ],
    of,
  );
  const counts = { households: 100, volume: 3, repeats: 1, unresolved: 2, overdue: 1, opposites: 3, trend: 1 };
  assert.deepEqual(done, { counts, hasData: true });
  assert.deepEqual(countsOf([told('2021-07-04T00:00:00')], of).hasData, false);
  assert.equal(countsOf([told('2021-12-01T00:00:00')], of).counts.trend, 0, 'fewer is no trend');
});
