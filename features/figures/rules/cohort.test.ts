import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Community, type Counted, compareCohort, faultsOf } from './cohort';

const counted = (effective: number, resolved: number, satisfied: number, fairlySatisfied = 0): Counted => ({
  effective,
  resolved,
  satisfied,
  fairlySatisfied,
});
const none = counted(0, 0, 0);
const one = (community: string, cohort: boolean, before: Counted, after: Counted): Community => ({
  community,
  cohort,
  before,
  after,
});

test('all callbacks in one pot and the mean of communities are different numbers', () => {
  const { cohort } = compareCohort([
    one('A', true, counted(200, 120, 100, 40), counted(200, 120, 100, 40)),
    one('B', true, counted(10, 10, 10), counted(10, 10, 10)),
  ]);
  assert.deepEqual(cohort.resolution.pooled.before, { n: '130', d: '210', pct: '61.90' });
  assert.deepEqual(cohort.satisfaction.pooled.before, { n: '146', d: '210', pct: '69.52' });
  assert.deepEqual(cohort.resolution.mean, {
    before: '80.00',
    after: '80.00',
    change: '0.00',
    communities: 2,
    leftOut: 0,
  });
  assert.equal(cohort.satisfaction.mean.before, '84.00');
});

test('the change comes from exact fractions, never from rounded rates', () => {
  const { communities } = compareCohort([one('A', true, counted(3, 1, 0), counted(6, 4, 1, 1))]);
  assert.equal(communities[0]?.resolution.change, '+33.33', '66.67 less 33.33 would be 33.34');
  assert.deepEqual(communities[0]?.satisfaction.after, { n: '1.9', d: '6', pct: '31.67' });
});

test('half is rounded away from zero, upwards and downwards', () => {
  const change = (from: number, to: number) =>
    compareCohort([one('A', true, counted(20_000, from, 0), counted(20_000, to, 0))]).communities[0]?.resolution.change;
  assert.equal(change(0, 1), '+0.01', '0.005');
  assert.equal(change(1, 0), '-0.01');
  assert.equal(change(12_000, 17_752), '+28.76');
  assert.equal(change(7, 7), '0.00');
});

test('without callbacks in a period there is null, no place in the means, and it is counted', () => {
  const { communities, cohort, others, differenceOfDifferences } = compareCohort([
    one('A', true, counted(10, 5, 5), counted(10, 8, 8)),
    one('B', true, none, counted(10, 10, 10)),
    one('C', false, counted(10, 5, 5), none),
  ]);
  assert.deepEqual(communities[1]?.resolution, {
    before: null,
    after: { n: '10', d: '10', pct: '100.00' },
    change: null,
  });
  assert.deepEqual(cohort.resolution.mean, {
    before: '50.00',
    after: '80.00',
    change: '+30.00',
    communities: 1,
    leftOut: 1,
  });
  assert.deepEqual(cohort.resolution.pooled.after, { n: '18', d: '20', pct: '90.00' });
  assert.deepEqual(others.resolution.mean, { before: null, after: null, change: null, communities: 0, leftOut: 1 });
  assert.deepEqual(others.resolution.pooled, { before: { n: '5', d: '10', pct: '50.00' }, after: null, change: null });
  assert.deepEqual(
    [cohort.resolution.steady, others.resolution.steady],
    [
      { before: { n: '5', d: '10', pct: '50.00' }, after: { n: '8', d: '10', pct: '80.00' }, change: '+30.00' },
      { before: null, after: null, change: null },
    ],
    'the callbacks of communities that were asked before and after',
  );
  assert.deepEqual(differenceOfDifferences.resolution, { pooled: null, steady: null, mean: null });
});

test('what the cohort gained beyond the others', () => {
  const { differenceOfDifferences } = compareCohort([
    one('A', true, counted(3, 1, 1), counted(3, 2, 2)),
    one('B', false, counted(7, 3, 3), counted(7, 4, 2)),
  ]);
  assert.deepEqual(differenceOfDifferences.resolution, { pooled: '+19.05', steady: '+19.05', mean: '+19.05' });
  assert.deepEqual(differenceOfDifferences.satisfaction, { pooled: '+47.62', steady: '+47.62', mean: '+47.62' });
});

test('nobody is counted who was not reached', () => {
  assert.deepEqual(faultsOf(counted(2, 2, 1, 1)), []);
  assert.deepEqual(faultsOf(counted(2, 3, 1, 2)), ['resolved', 'satisfied']);
});

const someCounts = fc
  .nat(400)
  .chain((effective) =>
    fc
      .tuple(fc.nat(effective), fc.nat(effective))
      .chain(([resolved, satisfied]) =>
        fc.nat(effective - satisfied).map((fairly) => counted(effective, resolved, satisfied, fairly)),
      ),
  );
const some = fc.array(fc.tuple(fc.boolean(), someCounts, someCounts), { maxLength: 30 });

test('one community is its own pot and its own mean; the order of communities changes nothing; no change is beyond a hundred', () => {
  fc.assert(
    fc.property(some, (list) => {
      const all = list.map(([cohort, before, after], at) => one(String(at), cohort, before, after));
      const said = compareCohort(all);
      const turned = compareCohort([...all].reverse());
      assert.deepEqual([said.cohort, said.others], [turned.cohort, turned.others]);
      for (const { resolution } of said.communities) assert.ok(Math.abs(Number(resolution.change ?? 0)) <= 100);
      const [alone] = all;
      if (!alone) return;
      const side = compareCohort([{ ...alone, cohort: true }]);
      const { mean, pooled } = side.cohort.satisfaction;
      if (mean.communities === 1) assert.deepEqual([mean.before, mean.change], [pooled.before?.pct, pooled.change]);
    }),
  );
});

test('a community asked in one of two months moves nothing that is compared, however many answered there', () => {
  fc.assert(
    fc.property(some, someCounts, fc.boolean(), (list, counts, cohort) => {
      const all = list.map(([inside, before, after], at) => one(String(at), inside, before, after));
      const more = compareCohort([...all, one('x', cohort, none, counts), one('y', cohort, counts, none)]);
      const less = compareCohort(all);
      for (const rate of ['resolution', 'satisfaction'] as const) {
        assert.deepEqual(more.cohort[rate].steady, less.cohort[rate].steady);
        assert.equal(more.differenceOfDifferences[rate].steady, less.differenceOfDifferences[rate].steady);
      }
    }),
  );
});

test('many communities with denominators of their own stay exact', () => {
  const all = Array.from({ length: 400 }, (_, at) =>
    one(String(at), true, counted(at + 1, 0, 0), counted(at + 1, at + 1, 0)),
  );
  assert.equal(compareCohort(all).cohort.resolution.mean.change, '+100.00');
});
