import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNew, isTermOver, lastDayOfRecalled } from './terms';

test('a secretary is new for ninety days, and where there is none nobody knows the place', () => {
  const since = new Date('2022-01-01T00:00:00Z');
  const after = (days: number, more = 0) => new Date(since.getTime() + days * 86_400_000 + more);
  assert.deepEqual(
    [isNew(since, after(89)), isNew(since, after(90, -1)), isNew(since, after(90)), isNew(null, since)],
    [true, true, false, true],
  );
});

test('a term is over when it was closed, on the day after its last, or when access has ended', () => {
  const now = new Date('2022-05-05T01:00:00Z');
  const of = (more: object = {}) => ({
    from: '2022-04-01',
    to: '2022-05-05',
    closedAt: null,
    accessTo: new Date(now.getTime() + 1),
    ...more,
  });
  assert.deepEqual(
    [{}, { to: '2022-05-04' }, { closedAt: now }, { accessTo: now }, { accessTo: null }].map((more) =>
      isTermOver(of(more), now),
    ),
    [false, true, true, true, false],
  );
});

test('whoever is recalled has today as their last day, never a later one; before the first day there is none', () => {
  const now = new Date('2022-05-05T01:00:00Z');
  const last = (from: string, to: string) => lastDayOfRecalled({ from, to }, now);
  assert.deepEqual(
    [
      last('2022-04-01', '2022-12-31'),
      last('2022-04-01', '2022-05-05'),
      last('2022-05-05', '2022-12-31'),
      last('2022-05-06', '2022-12-31'),
    ],
    ['2022-05-05', '2022-05-05', '2022-05-05', '2022-05-05'],
  );
  assert.equal(last('2022-06-01', '2022-12-31'), '2022-05-31', 'no day of its own');
});
