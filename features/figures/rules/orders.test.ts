import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordersIn } from './orders';

test('of the cases of a month how many were signed for, answered, in time, and called back', () => {
  const none = { answered: false, signed: false, inTime: null, callback: null };
  const nothing = { received: 0, signed: 0, answered: 0, due: 0, inTime: 0, calledBack: 0 };
  assert.deepEqual(ordersIn([]), nothing);
  const all = [
    none,
    { ...none, signed: true },
    { ...none, signed: true, answered: true, inTime: true, callback: {} },
    { ...none, signed: true, answered: true, inTime: false },
    { ...none, answered: true, callback: {} },
    // Done again: it was late once, and its new answer is still owed.
    { ...none, signed: true, inTime: false },
  ];
  assert.deepEqual(ordersIn(all), { received: 6, signed: 4, answered: 3, due: 2, inTime: 1, calledBack: 2 });
});
