import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tier } from '../rules';
import { isLonger, withWhy } from './longer';

const tier = (amount: number, measure: Tier['measure']): Tier => ({ id: 1, amount, measure });

test('a time limit is longer where it ends later, whatever it is counted in', () => {
  const monday = new Date('2022-03-07T09:00:00+08:00');
  assert.equal(isLonger(tier(7, 'days'), tier(7, 'days'), monday), false, 'as long is not longer');
  assert.equal(isLonger(tier(15, 'days'), tier(7, 'days'), monday), true);
  assert.equal(isLonger(tier(2, 'hours'), tier(24, 'hours'), monday), false);
  assert.equal(isLonger(tier(7, 'working_days'), tier(7, 'days'), monday), true);
  assert.equal(isLonger(tier(7, 'days'), tier(7, 'working_days'), monday), false);
});

test('why stands below what is to be done, or alone', () => {
  assert.deepEqual([withWhy('换灯', ''), withWhy('', '等货'), withWhy('换灯', '等货')], ['换灯', '等货', '换灯\n等货']);
});
