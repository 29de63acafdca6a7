import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkGathered, checkVerdict, commonest } from './rules';

const code = (cases: number[], against: number[], known: number[]) => {
  const done = checkGathered({ cases, against }, new Set(known));
  return done.ok ? 'ok' : `${done.refusal.code} ${done.refusal.details?.no}`;
};

test('each case that is gathered is there, and on one side', () => {
  assert.equal(code([1, 2], [3], [1, 2, 3]), 'ok');
  assert.equal(code([1, 2], [3], [1, 2]), 'no_such_case 3');
  assert.equal(code([1, 2], [2], [1, 2]), 'on_both_sides 2');
});

test('the commonest, of equals the first', () => {
  assert.equal(commonest([]), undefined);
  assert.equal(commonest(['a', 'b', 'b']), 'b');
  assert.equal(commonest(['b', 'a', 'a', 'b']), 'b');
});

test('what was dismissed stays so; what was confirmed may be dismissed, and nothing is said twice', () => {
  const verdict = (before: Parameters<typeof checkVerdict>[0], wanted: Parameters<typeof checkVerdict>[1]) => {
    const done = checkVerdict(before, wanted);
    return done.ok ? 'ok' : done.refusal.code;
  };
  assert.equal(verdict([null, null], 'confirmed'), 'ok');
  assert.equal(verdict([null, 'confirmed'], 'confirmed'), 'ok');
  assert.equal(verdict(['confirmed', 'confirmed'], 'confirmed'), 'already_confirmed');
  assert.equal(verdict([null, 'dismissed'], 'confirmed'), 'already_dismissed');
  assert.equal(verdict(['confirmed', 'confirmed'], 'dismissed'), 'ok');
  assert.equal(verdict(['dismissed', null], 'dismissed'), 'ok');
  assert.equal(verdict(['dismissed', 'dismissed'], 'dismissed'), 'already_dismissed');
});
