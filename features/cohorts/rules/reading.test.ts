import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Community } from '@/features/figures/rules/cohort';
import { USUAL } from '@/features/figures/rules/profiles';
import { messages } from '../messages';
import { fewOf, overBy, readComparison, verdictOf, worseOf } from './reading';

const counted = (effective: number, resolved: number, satisfied: number) => ({
  effective,
  resolved,
  satisfied,
  fairlySatisfied: 0,
});
const one = (community: string, cohort: boolean, before: [number, number, number], after: [number, number, number]) =>
  ({ community, cohort, before: counted(...before), after: counted(...after) }) satisfies Community;

test('what fell stands first by how much, exactly and not as it is printed', () => {
  const all = [
    one('A', true, [100, 50, 50], [100, 60, 40]),
    one('B', false, [300, 200, 100], [300, 100, 100]),
    one('C', true, [100_000, 2, 0], [100_000, 1, 0]),
    one('D', true, [0, 0, 0], [10, 1, 1]),
  ];
  assert.deepEqual(
    worseOf(all, USUAL).map(({ community, rate, change }) => [community, rate, change]),
    [
      ['B', 'resolution', '-33.33'],
      ['A', 'satisfaction', '-10.00'],
      ['C', 'resolution', '0.00'],
    ],
  );
});

test('an interval beside a rate of 29 callbacks, none beside one of 30, nothing of none', () => {
  const few = fewOf([one('A', true, [29, 10, 10], [30, 10, 10]), one('B', true, [0, 0, 0], [30, 1, 1])], USUAL);
  assert.deepEqual(
    few.map(({ community, period, rate }) => [community, period, rate]),
    [
      ['A', 'before', 'resolution'],
      ['A', 'before', 'satisfaction'],
    ],
  );
});

test('more, less, the same as it is printed, or nothing to compare with', () => {
  assert.deepEqual(['+0.01', '-0.01', '0.00', null].map(verdictOf), ['more', 'less', 'same', 'unknown']);
  const { verdicts } = readComparison([one('A', true, [10, 1, 5], [10, 5, 1])]);
  for (const locale of ['zh', 'en'] as const) assert.doesNotMatch(messages[locale].says(verdicts), /null|undefined/);
  assert.doesNotMatch(messages.zh.says(verdicts), /这能说的是/, 'of what cannot be compared nothing is told');
});

test('months can be picked by how they went once they are over, in part from their second day on', () => {
  const after = { from: '2022-06-19', to: '2022-07-18' };
  assert.deepEqual(
    ['2022-06-19', '2022-06-20', '2022-07-18', '2022-07-19'].map((day) => overBy(day, after)),
    ['none', 'some', 'some', 'all'],
  );
});
