import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Shape } from '@/features/siteplan/rules/shapes';
import { spotOf } from './rules';

const shed: Shape = {
  kind: 'shed',
  name: '棚3',
  points: [
    [1000, 1000],
    [4000, 1000],
    [4000, 3000],
    [1000, 3000],
  ],
  width: 0,
  steps: 0,
  clauses: [1],
};
const at = (said: string) => {
  const found = spotOf(said, [shed]);
  return found.ok ? found.value : found.refusal.code;
};

test('a spot is a thing that is drawn, or two figures in metres', () => {
  assert.deepEqual(at('棚3'), [2500, 2000]);
  assert.deepEqual(at('12.5 30'), [12_500, 30_000]);
  assert.deepEqual(at('－1，2.001'), [-1000, 2001]);
  assert.deepEqual(at('2000 0'), [2_000_000, 0]);
  for (const said of ['\u200e12.5 30', '12.5、30', '１２．５；３０', '12.5\u3000,\t30', ' 12.50\u00a030.0 '])
    assert.deepEqual(at(said), [12_500, 30_000], said);
  assert.deepEqual(at('−1 2'), [-1000, 2000]);
  for (const said of [
    '棚4',
    '1e1 2',
    '0x1 2',
    '+1 2',
    '1,000 2',
    '１２．５',
    '12.5',
    '1 2 3',
    '1.0001 2',
    '2000.001 0',
    'x y',
    '',
  ])
    assert.equal(at(said), 'no_such_spot');
});

test('what is typed in metres is found again to the millimetre', () => {
  const mm = fc.integer({ min: -2_000_000, max: 2_000_000 });
  fc.assert(
    fc.property(mm, mm, (x, y) => {
      const metres = (value: number) =>
        `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 1000)}.${String(Math.abs(value) % 1000).padStart(3, '0')}`;
      assert.deepEqual(at(`${metres(x)} ${metres(y)}`), [x, y]);
    }),
  );
});
