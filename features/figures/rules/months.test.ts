import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFILES, rates } from '../rules';
import { isPerfect, monthBefore, monthsFrom, quarterOf, quarters, withNothing } from './months';
import { USUAL } from './profiles';

const profile = PROFILES.beijing_district_2025;
const of = (effective: number, resolved = effective) => ({
  effective,
  contacted: effective,
  resolved,
  satisfied: effective,
  fairlySatisfied: 0,
  responseOnly: 0,
  responseOnlyContacted: 0,
});

test('months follow each other over the year', () => {
  assert.deepEqual(monthsFrom('2021-11', '2022-02'), ['2021-11', '2021-12', '2022-01', '2022-02']);
  assert.deepEqual(monthsFrom('2022-02', '2022-01'), []);
  assert.equal(monthBefore('2022-01'), '2021-12');
  assert.deepEqual(['2022-01', '2022-03', '2022-04', '2022-12'].map(quarterOf), [
    '2022-1',
    '2022-1',
    '2022-2',
    '2022-4',
  ]);
});

test('a quarter is the sum of three months that are told, and of two it is nothing', () => {
  const months = ['2022-01', '2022-02', '2022-03', '2022-04', '2022-05'].map((month) => ({
    month,
    counts: of(10, 9),
    profile: USUAL,
  }));
  const found = quarters(months);
  assert.deepEqual(
    found.map((one) => [one.quarter, one.rates.resolution]),
    [['2022-1', { n: '27', d: '30', pct: '90.00' }]],
  );
});

test('months that are counted in different ways are no quarter', () => {
  const other = { ...USUAL, id: 1, fairlyTenths: 8 };
  const told = (last: typeof USUAL) =>
    ['2022-01', '2022-02', '2022-03'].map((month, at) => ({ month, counts: of(10), profile: at < 2 ? USUAL : last }));
  assert.deepEqual(quarters(told(other)), []);
  assert.equal(quarters(told({ ...USUAL, id: 2, hash: 'of the same words' })).length, 1);
});

test('a perfect month has callbacks, and each of its rates is all of them', () => {
  assert.equal(isPerfect(rates(of(12), profile)), true);
  assert.equal(isPerfect(rates(of(12, 11), profile)), false);
  assert.equal(isPerfect(rates(of(0), profile)), false);
});

test('months in which nothing came are there; before the first case there are none', () => {
  const known = [
    { month: '2022-03', volume: 4 },
    { month: '2022-01', volume: null },
  ];
  assert.deepEqual(
    withNothing(known, '2022-04').map(({ month, volume }) => [month, volume]),
    [
      ['2022-01', null],
      ['2022-02', 0],
      ['2022-03', 4],
      ['2022-04', 0],
    ],
  );
  assert.deepEqual(withNothing([], '2022-04'), []);
});
