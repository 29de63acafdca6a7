import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Shown, WEIGHTS } from '@/features/topics/rules/selection';
import { anewNamed, departures, type Listed, listBy, sharesOf, weightsFrom, weightsSaid, whatIf } from './choosing';

const shown = (more: Partial<Shown> = {}): Shown => ({
  volume: more.volume ?? null,
  repeats: more.repeats ?? null,
  unresolved: more.unresolved ?? null,
  overdue: more.overdue ?? null,
  opposites: more.opposites ?? null,
  trend: more.trend ?? null,
});
const one = (id: number, counts: Partial<Shown>, more: Partial<Listed> = {}): Listed => ({
  id,
  nameZh: `社区${id}`,
  nameEn: `C${id}`,
  day: '2022-03-01',
  households: 1000,
  shown: shown(counts),
  hasData: true,
  ...more,
});
const ids = (all: readonly { id: number }[]) => all.map(({ id }) => id);

test('weights are six whole tenths, not all nothing', () => {
  assert.deepEqual(weightsFrom('2,2,2,2,1,1'), WEIGHTS);
  assert.equal(weightsSaid(WEIGHTS), '2,2,2,2,1,1');
  assert.ok(weightsFrom('10,0,0,0,0,0'));
  for (const said of [
    undefined,
    '',
    '2,2,2,2,1',
    '2,2,2,2,1,1,1',
    '11,0,0,0,0,0',
    '-1,2,2,2,1,1',
    '0,0,0,0,0,0',
    '1.5,2,2,2,1,1',
  ])
    assert.equal(weightsFrom(said), null, said);
});

test('without data, and not yet counted, are said and have no place', () => {
  const { ranked, unknown, uncounted } = listBy(
    [one(1, { volume: 10 }), one(2, {}, { hasData: false }), one(3, {}, { day: null }), one(4, { volume: 20 })],
    WEIGHTS,
  );
  assert.deepEqual([ids(ranked.map(({ of }) => of)), ids(unknown), ids(uncounted)], [[4, 1], [2], [3]]);
});

test('another weighting says who comes in and who goes out', () => {
  const all = [one(1, { volume: 30 }), one(2, { overdue: 20 }), one(3, { volume: 5 })];
  const found = whatIf(all, weightsFrom('0,0,0,10,0,0') ?? WEIGHTS, 1);
  assert.deepEqual([ids(found.comesIn), ids(found.goesOut)], [[2], [1]]);
});

test('a departure is whoever is chosen beyond the first, and whoever of the first is not; of equals nobody is', () => {
  const all = [
    one(1, { volume: 30 }),
    one(2, { volume: 20 }),
    one(3, { volume: 20 }),
    one(4, { volume: 10 }),
    one(5, {}, { hasData: false }),
  ];
  const said = (...chosen: number[]) => {
    const { added, passed } = departures(all, WEIGHTS, new Set(chosen));
    return [ids(added), ids(passed)];
  };
  assert.deepEqual(said(1, 2), [[], []]);
  assert.deepEqual(said(1, 3), [[], []]);
  assert.deepEqual(said(1, 4), [[4], []], 'one of two equals is left out: nobody need say which');
  assert.deepEqual(said(2, 4), [[4], [1]]);
  assert.deepEqual(said(5), [[5], [1]], 'nothing is known of it');
  assert.deepEqual(said(1, 2, 3, 4, 5), [[5], []]);
});

test('whoever follows the list departs from nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 30 }), fc.nat(29), (volumes, many) => {
      const all = volumes.map((volume, at) => one(at + 1, { volume }));
      const first = listBy(all, WEIGHTS).ranked.slice(0, many + 1);
      const found = departures(all, WEIGHTS, new Set(first.map(({ of }) => of.id)));
      assert.deepEqual(found, { added: [], passed: [] });
    }),
  );
});

test('weights are parts of whatever they add up to; another draft has another name', () => {
  const weights = { volume: 3, repeats: 3, unresolved: 3, overdue: 2, opposites: 1, trend: 1 };
  assert.equal(sharesOf(weights).volume, '23.08');
  assert.equal(anewNamed('第二批'), '第二批（第2稿）');
  assert.equal(anewNamed('第二批（第2稿）'), '第二批（第3稿）');
  assert.equal([...anewNamed('长'.repeat(40))].length, 40);
});
