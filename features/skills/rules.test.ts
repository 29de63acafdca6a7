import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callState, checkDay, hasTelephone } from './rules';

const call = { day: '2022-03-05', thanked: false, cancelled: false };

test('a call is open on its day and over the day after; thanks and cancelling end it', () => {
  assert.equal(callState(call, '2022-03-05'), 'open');
  assert.equal(callState(call, '2022-03-06'), 'over');
  assert.equal(callState({ ...call, thanked: true }, '2022-03-05'), 'thanked');
  assert.equal(callState({ ...call, cancelled: true }, '2022-03-04'), 'cancelled');
});

test('a telephone number is seven digits and more, however they are set apart', () => {
  assert.deepEqual(['电焊 138-0000-0000', '8301 234', '修1998年的收音机', '焊过200000处'].map(hasTelephone), [
    true,
    true,
    false,
    false,
  ]);
});

test('helpers are called for today at the earliest and 120 days ahead at most', () => {
  const code = (day: string) => {
    const done = checkDay(day, '2022-03-05');
    return done.ok ? 'ok' : done.refusal.code;
  };
  assert.deepEqual(
    [code('2022-03-04'), code('2022-03-05'), code('2022-07-03'), code('2022-07-04')],
    ['day_past', 'ok', 'ok', 'day_far'],
  );
});
