import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter } from '@/lib/calendar';
import { gathered, newSince, tellAgain } from './rules';

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

test('many lines of one kind are one; few stay as they are, and none is lost', () => {
  const line = (act: string, no: number) => ({ act, wording: act, no });
  const few = ['a', 'b', 'a', 'a'].map(line);
  assert.deepEqual(
    gathered(few),
    few.map((one) => [one]),
  );
  const many = ['b', 'a', 'a', 'c', 'a', 'a'].map(line);
  assert.deepEqual(
    gathered(many).map((of) => of.map(({ no }) => no)),
    [[0], [1, 2, 4, 5], [3]],
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (acts) => {
      const lines = acts.map(line);
      const all = gathered(lines);
      assert.deepEqual(
        all
          .flat()
          .map(({ no }) => no)
          .sort((a, b) => a - b),
        lines.map(({ no }) => no),
      );
      assert.ok(all.every((of) => of.every(({ act }) => act === of[0]?.act)));
    }),
  );
});
