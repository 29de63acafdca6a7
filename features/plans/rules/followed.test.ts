import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '@/lib/result';
import { type Asked, followedOf } from './followed';

const asked: Asked = {
  id: 1,
  version: 2,
  budget: 300,
  conditions: [
    { no: 1, text: '离窗12米', cost: 200 },
    { no: 2, text: '不动这6棵树', cost: 100 },
    { no: 4, text: '不绕远', cost: 0 },
    { no: 5, text: '装扶手', cost: 101 },
  ],
  clashes: [{ nos: [1, 2, 4], why: '只有一条直路' }],
};
const not = (...nos: number[]) => nos.map((no) => ({ no, reason: '凑不到一起' }));
const fields = (result: Result<unknown>) => (result.ok ? null : result.refusal.fieldErrors);
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

test('each condition is followed, or it is said why not; never both', () => {
  const said = followedOf(asked, { follows: [1, 2], unmet: not(4, 5) });
  assert.deepEqual(said.ok && said.value, [
    { no: 1, text: '离窗12米', followed: true, reason: '' },
    { no: 2, text: '不动这6棵树', followed: true, reason: '' },
    { no: 4, text: '不绕远', followed: false, reason: '凑不到一起' },
    { no: 5, text: '装扶手', followed: false, reason: '凑不到一起' },
  ]);
  assert.deepEqual(fields(followedOf(asked, { follows: [1], unmet: not(1, 2) })), {
    unmet_1: 'followed_and_not',
    unmet_4: 'why_unmet',
    unmet_5: 'why_unmet',
  });
  assert.equal(code(followedOf(asked, { follows: [], unmet: not(1, 2, 4, 5) })), 'ok');
  assert.deepEqual(followedOf(null, { follows: [7], unmet: not(8) }), { ok: true, value: [] });
});

test('what is followed can be had together: no clash is whole, and it costs no more than it may', () => {
  const clash = followedOf(asked, { follows: [1, 2, 4], unmet: not(5) });
  assert.deepEqual(!clash.ok && clash.refusal.details, { nos: '1,2,4', why: '只有一条直路' });
  assert.equal(code(followedOf(asked, { follows: [1, 4], unmet: not(2, 5) })), 'ok');
  assert.equal(code(followedOf(asked, { follows: [1, 2], unmet: not(4, 5) })), 'ok', 'as much as it may');
  assert.equal(code(followedOf(asked, { follows: [1, 5], unmet: not(2, 4) })), 'cannot_together', 'a hundredth more');
  assert.equal(code(followedOf({ ...asked, budget: null }, { follows: [1, 5], unmet: not(2, 4) })), 'ok');
});
