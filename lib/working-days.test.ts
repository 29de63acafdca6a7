import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, endOfDay, shanghaiDate } from './calendar';
import { deadlineAfter, holidaysKnown, workingDaysAfter } from './working-days';

const after = (day: string, n: number) => {
  const { day: reached, unknownYear } = workingDaysAfter(day, n);
  return unknownYear === null ? reached : `${reached} without ${unknownYear}`;
};

test('working days skip weekends and holidays, and count the weekend days worked in exchange', () => {
  assert.equal(after('2022-11-24', 1), '2022-11-25');
  assert.equal(after('2022-11-25', 1), '2022-11-28');
  assert.equal(after('2022-11-25', 5), '2022-12-02');
  assert.equal(after('2022-09-30', 1), '2022-10-08', 'the National Day, and a Saturday worked');
  assert.equal(after('2022-09-30', 2), '2022-10-09');
  assert.equal(after('2022-09-30', 3), '2022-10-10');
  assert.equal(after('2026-02-13', 1), '2026-02-14', 'a Saturday worked before the Spring Festival');
  assert.equal(after('2026-02-14', 1), '2026-02-24');
  assert.equal(after('2025-12-31', 1), '2026-01-04', 'over the turn of the year');
  assert.equal(after('2020-01-23', 1), '2020-02-03', 'the Spring Festival that was made longer');
});

test('a year whose holidays are not known is said', () => {
  assert.equal(holidaysKnown('2004-01-01'), true);
  assert.equal(holidaysKnown('2026-12-31'), true);
  assert.equal(holidaysKnown('2003-12-31'), false);
  assert.equal(after('2003-12-30', 1), '2003-12-31 without 2003');
  assert.equal(after('2003-12-31', 1), '2004-01-02');
  assert.equal(after('2199-12-30', 2), '2200-01-01 without 2199');
});

test('the tiers of an order that came on 1 March 2026 at nine, a Sunday', () => {
  const from = new Date('2026-03-01T09:00:00+08:00');
  const due = (within: Parameters<typeof deadlineAfter>[1]) => deadlineAfter(from, within).at.getTime();
  const at = (moment: string) => new Date(`${moment}+08:00`).getTime();
  assert.equal(due({ hours: 2 }), at('2026-03-01T11:00:00'));
  assert.equal(due({ hours: 24 }), at('2026-03-02T09:00:00'));
  assert.equal(due({ days: 7 }), at('2026-03-08T09:00:00'));
  assert.equal(due({ days: 15 }), at('2026-03-16T09:00:00'));
  assert.equal(due({ workingDays: 5 }), at('2026-03-06T23:59:59.999'));
  assert.equal(due({ workingDays: 7 }), at('2026-03-10T23:59:59.999'));
  const saturday = new Date('2026-02-27T23:59:59+08:00');
  assert.equal(shanghaiDate(deadlineAfter(saturday, { workingDays: 1 }).at), '2026-02-28', 'a Saturday worked');
});

test('more working days never end earlier, one after the other is the same as both, and hours know no year', () => {
  const day = fc.integer({ min: 0, max: 22 * 365 }).map((n) => addDays('2004-01-01', n));
  const few = fc.integer({ min: 0, max: 15 });
  fc.assert(
    fc.property(day, few, few, (from, n, m) => {
      const first = workingDaysAfter(from, n);
      assert.equal(workingDaysAfter(first.day, m).day, workingDaysAfter(from, n + m).day);
      assert.ok(workingDaysAfter(from, n + 1).day > first.day);
      const { at } = deadlineAfter(endOfDay(from), { workingDays: n });
      assert.equal(at.getTime(), endOfDay(first.day).getTime());
    }),
  );
});
