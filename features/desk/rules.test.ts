import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysAfter } from '@/lib/calendar';
import { newSince, tellAgain } from './rules';

const now = new Date('2022-03-08T07:07:00+08:00');
const before = (ms: number, of = now) => new Date(of.getTime() - ms);

test('new is what came after the last letter and is there; to whom there was none, of seven days', () => {
  const told = daysAfter(now, -1);
  assert.equal(newSince([told, before(-1, told), now, before(-1), null], told, now), 2);
  const week = daysAfter(now, -7);
  assert.equal(newSince([week, before(-1, week)], null, now), 1);
  assert.equal(newSince([], null, now), 0);
});

test('what a letter says is news until the next may come', () => {
  assert.deepEqual(tellAgain(now), daysAfter(now, 1));
});
