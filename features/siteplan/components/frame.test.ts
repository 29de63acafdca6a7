import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redrawn } from '../rules';
import { shapesOf } from '../rules/shapes';
import { pinsOf } from './frame';

const drawn = (text: string) => {
  const { shapes, wrong } = shapesOf(text, ['path', 'rail', 'lamp', 'removed']);
  assert.deepEqual(wrong, []);
  return shapes;
};

test('each changed clause has one pin, on the first thing it draws otherwise, and names all of them', () => {
  const { shapes: site } = shapesOf('树 T1 宽4: 90 10', ['tree']);
  const before = drawn('路 P1 宽1.2 第1条: 0 0, 10 0\n灯 L1 第3条: 5 5');
  const after = drawn('路 P1 宽1.5 第1条 第2条: 0 0, 12 0\n灯 L1 第3条: 5 5\n扶手 R1 第2条: 0 1, 12 1\n移走 T1 第4条');
  const pins = (clauses: number[]) =>
    pinsOf(
      redrawn(before, after),
      site,
      clauses.map((clause) => ({ clause })),
    ).map(({ clause, at, nth, shapes }) => [clause, at, nth, shapes.map(({ name }) => name)]);
  assert.deepEqual(pins([1, 2, 3, 4]), [
    [1, [12_000, 0], 0, ['P1']],
    [2, [12_000, 0], 1, ['P1', 'R1']],
    [4, [90_000, 10_000], 0, ['T1']],
  ]);
  assert.deepEqual(pins([3]), [], 'what is drawn as before has none');
  assert.deepEqual(pins([]), []);
});
