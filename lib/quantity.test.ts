import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  atLeast,
  formatArea,
  formatMoney,
  moreThan,
  parseArea,
  parseCount,
  parseMoney,
  parseSheetArea,
  percent,
  shareOf,
} from './quantity';

test('areas are read exactly and nothing else is read', () => {
  assert.equal(parseArea('89.50'), 8950);
  assert.equal(parseArea('89.5'), 8950);
  assert.equal(parseArea('89'), 8900);
  assert.equal(parseArea('0.01'), 1);
  for (const bad of [
    '',
    ' ',
    '89.',
    '.5',
    '89.505',
    '-1',
    '+1',
    '1e3',
    '1,00',
    '1,0000',
    '1,000,00',
    ',000',
    '1 000',
    '1.000.000',
    '1²',
    '½',
    '①',
    '٣',
    '八十九',
    '89.50㎡',
    'NaN',
    'Infinity',
  ]) {
    assert.equal(parseArea(bad), null, bad);
  }
});

test('a figure is digits, also full-width, one point and commas where thousands have them', () => {
  const read: [string, number][] = [
    ['1,100', 1100],
    ['１００', 100],
    ['１，１００', 1100],
    [' 9 ', 9],
    ['\u3000９', 9],
    ['\u200e12', 12],
    ['007', 7],
    ['0', 0],
    ['1,234,567', 1_234_567],
  ];
  for (const [text, value] of read) assert.equal(parseCount(text), value, text);
  for (const bad of ['1e2', '0x10', '0b1', '1_000', '-5', '+5', '5.0', '12,34', '', '\u3164', '9'.repeat(13)])
    assert.equal(parseCount(bad), null, bad);
  assert.equal(parseMoney('12，345．6'), 1_234_560);
});

test('an area of a sheet may have its unit, and what a spreadsheet computed', () => {
  const read: [string, number | null][] = [
    ['1,089.5', 108_950],
    ['89.5㎡', 8950],
    ['89.5 m²', 8950],
    ['77.49999999999999', 7750],
    ['1,077.4949999999', 107_749],
    ['８９．５平方米', 8950],
    ['89²', null],
    ['77.499', null],
    ['1e2', null],
  ];
  for (const [text, value] of read) assert.equal(parseSheetArea(text), value, text);
});

test('what is formatted reads back the same', () => {
  fc.assert(fc.property(fc.nat({ max: 99_999_999_999 }), (area) => parseArea(formatArea(area)) === area));
  assert.equal(formatArea(1), '0.01');
  assert.equal(formatMoney(123_456_789), '1,234,567.89');
  assert.equal(formatMoney(99_999), '999.99');
  assert.equal(parseMoney('1234.5'), 123_450);
});

test('two thirds: 200 of 300 is enough, 199 is not, and 19999.. of 30000.. is not', () => {
  assert.equal(atLeast(200, 300, 2, 3), true);
  assert.equal(atLeast(199, 300, 2, 3), false);
  assert.equal(atLeast(19_999, 30_000, 2, 3), false);
  assert.equal(atLeast(67, 100, 2, 3), true);
  assert.equal(atLeast(66, 100, 2, 3), false);
  assert.equal(atLeast(0, 0, 2, 3), true);
});

test('a half is not more than a half', () => {
  assert.equal(moreThan(100, 200, 1, 2), false);
  assert.equal(moreThan(101, 200, 1, 2), true);
});

test('comparison stays exact where doubles round', () => {
  const big = 2n ** 60n;
  assert.equal(atLeast(2n * big - 1n, 3n * big, 2, 3), false);
  assert.equal(atLeast(2n * big, 3n * big, 2, 3), true);
});

test('the share asked for is the least that is enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 9 }), (d, num) => {
      const need = shareOf(d, num, 10);
      return atLeast(need, d, num, 10) && !atLeast(need - 1, d, num, 10);
    }),
  );
  assert.equal(shareOf(19, 2, 3), 13);
});

test('percentages round half up, and nothing of nothing is no percentage', () => {
  assert.equal(percent(22_499, 30_000), '75.00');
  assert.equal(percent(1, 8), '12.50');
  assert.equal(percent(185, 188), '98.40');
  assert.equal(percent(184, 188), '97.87');
  assert.equal(percent(85, 400, 1), '21.3');
  assert.equal(percent(1, 2, 0), '50');
  assert.equal(percent(0, 7), '0.00');
  assert.equal(percent(7, 7), '100.00');
  assert.equal(percent(0, 0), null);
});

test('a negative or fractional count is a mistake of the caller', () => {
  assert.throws(() => atLeast(-1, 3, 2, 3), RangeError);
  assert.throws(() => percent(1.5, 3), RangeError);
});
