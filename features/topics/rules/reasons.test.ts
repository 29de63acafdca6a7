import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusOf } from '@/features/likeness/rules/likeness';
import { spotOf } from '@/features/likeness/rules/places';
import { type Circumstances, heatOf, hotter, reasonsOf, wordsOf } from './reasons';
import { repeatsOf } from './repeats';

const now = new Date('2022-03-31T12:00:00+08:00');
const told = (at: string, more: Partial<Circumstances> = {}): Circumstances => ({
  at: new Date(`${at}+08:00`),
  building: null,
  entrance: null,
  answered: null,
  ...more,
});

test('recent are the last thirty days, to the minute, and nothing that is still to come', () => {
  const group = [told('2022-03-01T12:00:00'), told('2022-03-01T12:00:01'), told('2022-03-31T12:00:01')];
  const reasons = reasonsOf(group, now);
  assert.deepEqual([reasons.size, reasons.recent], [3, 1]);
  assert.equal(reasons.latest?.getTime(), group[1]?.at?.getTime());
});

test('hotter is what is larger, newer, unanswered or in more buildings', () => {
  const old = reasonsOf(
    [told('2021-01-01T00:00:00', { building: '14' }), told('2021-01-02T00:00:00', { building: '14' })],
    now,
  );
  assert.equal(heatOf(old), 2);
  const spread = reasonsOf(
    [told('2021-01-01T00:00:00', { building: '14' }), told('2021-01-02T00:00:00', { building: '15' })],
    now,
  );
  assert.equal(heatOf(spread), 3);
  const doors = [1, 2, 3, null].map((entrance) => told('2021-01-01T00:00:00', { building: '14', entrance }));
  assert.deepEqual([reasonsOf(doors, now).entrances, heatOf(reasonsOf(doors, now))], [3, 6]);
  const open = reasonsOf(
    [told('2021-01-01T00:00:00', { answered: false }), told('2022-03-30T00:00:00', { answered: false })],
    now,
  );
  assert.equal(heatOf(open), 5);
  assert.deepEqual([old, open, spread].sort(hotter), [open, spread, old]);
});

test('what a group shares and others do not', () => {
  const corpus = corpusOf(['电梯坏了没人修', '电梯又坏了', '轿厢困人', '路灯不亮', '垃圾没人清']);
  assert.equal(wordsOf(corpus, [0, 1, 2])[0], '电梯');
  assert.deepEqual(wordsOf(corpus, [3]), [], 'one shares nothing');
});

test('a matter that comes back at the same place within ninety days is a repeat', () => {
  const corpus = corpusOf(['电梯坏了没人修', '三单元电梯又坏了', '电梯停运', '路灯不亮', '电梯困人']);
  const at = (day: string, building = '14') => ({ at: new Date(`${day}T09:00:00+08:00`), spot: spotOf('', building) });
  const repeats = (days: [string, string, string]) =>
    repeatsOf([at(days[0]), at(days[1]), at(days[2]), at('2022-01-02'), at('2022-01-02', '15')], corpus);
  assert.deepEqual(
    [...repeats(['2022-01-01', '2022-04-01', '2022-04-02'])],
    [
      [1, [0]],
      [2, [1]],
    ],
    'ninety, not ninety-one',
  );
  assert.deepEqual(
    [...repeats(['2022-01-01', '2022-01-01', '2022-01-01'])],
    [
      [1, [0]],
      [2, [1, 0]],
    ],
  );
  assert.deepEqual([...repeats(['2022-01-01', '2023-01-01', '2024-01-01'])], []);
});
