import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startOfDay } from '@/lib/calendar';
import { checkProfile, firstDayOf, lastDayBefore, monthsAhead } from './profiles';

const weights = { response: 1, resolution: 5, satisfaction: 4 };
const code = (from: string, now: Date, of = weights) => {
  const checked = checkProfile({ from, weights: of }, now);
  return checked.ok ? 'ok' : checked.refusal.code;
};

test('a month that has begun is not counted anew: the day before it begins is the last to say so', () => {
  assert.equal(firstDayOf('2023-02'), '2023-01-19');
  const begins = startOfDay('2023-01-19');
  assert.equal(code('2023-01-19', new Date(begins.getTime() - 1)), 'ok');
  assert.equal(code('2023-01-19', begins), 'month_begun');
});

test('the weights are one whole', () => {
  const now = startOfDay('2023-01-01');
  assert.equal(code('2023-01-19', now, { response: 0, resolution: 0, satisfaction: 10 }), 'ok');
  assert.equal(code('2023-01-19', now, { ...weights, response: 2 }), 'not_ten');
  assert.equal(code('2023-01-19', now, { ...weights, response: 0 }), 'not_ten');
});

test('the next twelve months can be chosen, each of which has yet to begin', () => {
  for (const [day, first] of [
    ['2022-11-18', '2022-12'],
    ['2022-11-19', '2023-01'],
    ['2022-12-18', '2023-01'],
    ['2022-12-19', '2023-02'],
  ] as const) {
    const now = startOfDay(day);
    const months = monthsAhead(now);
    assert.deepEqual([months.length, months[0]], [12, first], day);
    for (const month of months) assert.equal(code(firstDayOf(month), now), 'ok', `${day} ${month}`);
  }
});

test('one is in force to the day before the next', () => assert.equal(lastDayBefore('2023-01-19'), '2023-01-18'));
