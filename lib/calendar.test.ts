import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  assessmentMonth,
  assessmentMonthOf,
  formatDate,
  formatDateTime,
  monthsAfter,
  periodEnd,
  shanghaiDate,
  shanghaiHour,
  startOfDay,
} from './calendar';

test('the date turns at midnight in Shanghai, whatever the machine thinks', () => {
  assert.equal(shanghaiDate(new Date('2022-11-23T15:59:59.999Z')), '2022-11-23');
  assert.equal(shanghaiDate(new Date('2022-11-23T16:00:00Z')), '2022-11-24');
  assert.equal(startOfDay('2022-11-24').toISOString(), '2022-11-23T16:00:00.000Z');
  assert.equal(shanghaiHour(new Date('2022-11-23T15:30:00Z')), 23);
});

test('months by the calendar, and the last day of a shorter one', () => {
  assert.equal(monthsAfter('2022-03-06', 6), '2022-09-06');
  assert.equal(monthsAfter('2022-08-31', 6), '2023-02-28');
  assert.equal(monthsAfter('2023-08-31', 6), '2024-02-29');
  assert.equal(monthsAfter('2022-12-31', 12), '2023-12-31');
});

test('days are added over months, years and leap days', () => {
  assert.equal(addDays('2022-12-31', 1), '2023-01-01');
  assert.equal(addDays('2024-02-28', 1), '2024-02-29');
  assert.equal(addDays('2022-03-01', -1), '2022-02-28');
});

test('a date that does not exist is refused', () => {
  for (const bad of ['2022-02-30', '2022-13-01', 'today', '2022-1-1']) assert.throws(() => startOfDay(bad), RangeError);
});

test('a period of seven days posted on the 1st is over at the start of the 9th', () => {
  const posted = new Date('2022-11-01T10:00:00+08:00');
  assert.equal(periodEnd(posted, 7).toISOString(), new Date('2022-11-09T00:00:00+08:00').toISOString());
});

test('the assessment month runs from the 19th to the 19th', () => {
  const { from, to } = assessmentMonth('2022-01');
  assert.equal(shanghaiDate(from), '2021-12-19');
  assert.equal(shanghaiDate(to), '2022-01-19');
  assert.equal(assessmentMonthOf(new Date(to.getTime() - 1)), '2022-01');
  assert.equal(assessmentMonthOf(to), '2022-02');
  assert.equal(assessmentMonthOf(from), '2022-01');
  assert.equal(assessmentMonthOf(new Date('2022-01-31T12:00:00+08:00')), '2022-02');
  assert.equal(assessmentMonthOf(new Date('2022-12-20T12:00:00+08:00')), '2023-01');
  assert.equal(assessmentMonthOf(new Date('2025-11-18T23:59:59+08:00')), '2025-11');
  assert.equal(assessmentMonthOf(new Date('2025-11-19T00:00:00+08:00')), '2025-12');
  assert.equal(assessmentMonthOf(new Date('2026-01-05T12:00:00+08:00')), '2026-01');
  assert.equal(shanghaiDate(assessmentMonth('2026-01').from), '2025-12-19');
});

test('dates are printed absolutely in both languages', () => {
  assert.equal(formatDate('2022-11-24', 'zh'), '2022年11月24日');
  assert.equal(formatDate(new Date('2022-11-23T16:00:00Z'), 'en'), '24 November 2022');
  assert.match(formatDateTime(new Date('2022-11-24T09:05:00+08:00'), 'zh'), /^2022年11月24日\s?09:05$/);
  assert.match(formatDateTime(new Date('2022-11-24T00:05:00+08:00'), 'en'), /24 November 2022.*00:05$/);
});
