import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHandover, type Held, mayReceive } from './rules';

const worker: Held = { personId: 1, role: 'social-worker', entranceId: null };
const captain: Held = { personId: 2, role: 'captain', entranceId: 11 };
const hotline: Held = { personId: 3, role: 'hotline', entranceId: null };

test('what staff leave goes to staff; what is open at doors to the captain there or a social worker', () => {
  assert.equal(mayReceive(null, worker), true);
  assert.equal(mayReceive(null, { ...worker, role: 'party-secretary' }), true);
  assert.equal(mayReceive(null, captain), false);
  assert.equal(mayReceive(null, hotline), false);
  assert.equal(mayReceive(11, captain), true);
  assert.equal(mayReceive(12, captain), false);
  assert.equal(mayReceive(12, worker), true);
  assert.equal(mayReceive(12, { ...worker, role: 'party-secretary' }), false);
});

test('each open thing has one receiver who can do it, and nothing else is handed over', () => {
  const open = [
    { item: 'promise-1', entranceId: null },
    { item: 'doors-3-11', entranceId: 11 },
  ];
  const all = [worker, captain, hotline, { ...worker, personId: 9 }];
  const check = (receivers: [string, number][]) => {
    const result = checkHandover(open, new Map(receivers), all, 9);
    return result.ok ? 'ok' : (result.refusal.fieldErrors ?? result.refusal.code);
  };
  const done: [string, number][] = [
    ['promise-1', 1],
    ['doors-3-11', 2],
  ];
  assert.equal(check(done), 'ok');
  assert.deepEqual(check([]), { 'to_promise-1': 'receiver', 'to_doors-3-11': 'receiver' });
  assert.deepEqual(check(done.slice(0, 1)), { 'to_doors-3-11': 'receiver' });
  assert.deepEqual(check([['promise-1', 9], ...done.slice(1)]), { 'to_promise-1': 'receiver_leaves' });
  assert.deepEqual(check([['promise-1', 2], ...done.slice(1)]), { 'to_promise-1': 'receiver_cannot' });
  assert.deepEqual(check([['promise-1', 77], ...done.slice(1)]), { 'to_promise-1': 'receiver_cannot' });
  assert.equal(check([...done, ['plan-4', 1]]), 'no_longer_open');
  const unaccepted = checkHandover(open, new Map(done), all, 9, (item) => item === 'promise-1');
  assert.deepEqual(unaccepted.ok || unaccepted.refusal.fieldErrors, { 'to_doors-3-11': 'receiver_not_accepted' });
});
