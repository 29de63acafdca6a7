import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Callback, type Counts, countCallbacks, PROFILES, rates } from './rules';

const profile = PROFILES.beijing_district_2025;
const counts = (effective: number, contacted: number, resolved: number, satisfied: number, fairly = 0): Counts => ({
  effective,
  contacted,
  resolved,
  satisfied,
  fairlySatisfied: fairly,
  responseOnly: 0,
  responseOnlyContacted: 0,
});
const shown = (of: Counts) => {
  const { response, resolution, satisfaction, composite } = rates(of, profile);
  return [response?.pct ?? null, resolution?.pct ?? null, satisfaction?.pct ?? null, composite];
};

test('C01 all well', () => assert.deepEqual(shown(counts(10, 10, 10, 10)), ['100.00', '100.00', '100.00', '100.0']));
test('C02 nine resolved, eight satisfied, one fairly', () =>
  assert.deepEqual(shown(counts(10, 10, 9, 8, 1)), ['100.00', '90.00', '89.00', '90.6']));
test('C04 not resolved and still satisfied', () =>
  assert.deepEqual(shown(counts(1, 1, 0, 1)), ['100.00', '0.00', '100.00', '50.0']));
test('C07 no effective callback: nothing, not nought', () =>
  assert.deepEqual(rates(counts(0, 0, 0, 0), profile), {
    response: null,
    resolution: null,
    satisfaction: null,
    composite: null,
  }));
test('C08 the least integers behind 98.4 % and 97.87 %', () => {
  assert.deepEqual(shown(counts(188, 188, 185, 184)), ['100.00', '98.40', '97.87', '98.4']);
  assert.deepEqual(rates(counts(188, 188, 185, 184), profile).satisfaction, { n: '184', d: '188', pct: '97.87' });
});
test('C10 half up: 21.25 is printed 21.3', () =>
  assert.deepEqual(shown(counts(8, 8, 1, 1)), ['100.00', '12.50', '12.50', '21.3']));
test('C11 ninety-four that count for response only', () => {
  const only = { ...counts(0, 0, 0, 0), responseOnly: 94, responseOnlyContacted: 94 };
  assert.deepEqual(shown(only), ['100.00', null, null, null]);
});

test('fairly satisfied counts nine tenths, exactly', () => {
  assert.deepEqual(rates(counts(17, 17, 17, 15, 1), profile).satisfaction, { n: '15.9', d: '17', pct: '93.53' });
  assert.deepEqual(rates(counts(16, 16, 16, 14, 2), profile).satisfaction, { n: '15.8', d: '16', pct: '98.75' });
  assert.deepEqual(rates(counts(10, 10, 10, 0, 10), profile).satisfaction, { n: '9', d: '10', pct: '90.00' });
});

const one = (over: Partial<Callback>): Callback => ({
  scope: 'three_rates',
  effective: true,
  contacted: true,
  resolved: 'yes',
  satisfied: 'satisfied',
  ...over,
});

test('excluded callbacks are in the full view only; what was not effective is in neither', () => {
  const callbacks = [
    one({}),
    one({ scope: 'excluded', resolved: 'no', satisfied: 'dissatisfied' }),
    one({ scope: 'response_only', contacted: false, resolved: null, satisfied: null }),
    one({ effective: false }),
    one({ resolved: 'partial', satisfied: null }),
  ];
  const assessed = rates(countCallbacks(callbacks, 'assessed'), profile);
  const full = rates(countCallbacks(callbacks, 'full'), profile);
  assert.deepEqual(assessed.response, { n: '2', d: '3', pct: '66.67' });
  assert.deepEqual(assessed.resolution, { n: '1', d: '2', pct: '50.00' });
  assert.deepEqual(full.response, { n: '3', d: '4', pct: '75.00' });
  assert.deepEqual(full.resolution, { n: '1', d: '3', pct: '33.33' });
  assert.deepEqual(full.satisfaction, { n: '1', d: '3', pct: '33.33' });
});

test('no rate and no composite leaves 0 to 100', () => {
  const n = fc.nat(500);
  fc.assert(
    fc.property(n, n, n, n, n, (a, b, c, d, e) => {
      const effective = a + b + c + d + e;
      const got = rates(counts(effective, a, b, c, d), profile);
      const all = [got.response?.pct, got.resolution?.pct, got.satisfaction?.pct, got.composite];
      for (const figure of all) {
        if (effective === 0) assert.equal(figure ?? null, null);
        else assert.ok(Number(figure) >= 0 && Number(figure) <= 100);
      }
    }),
  );
});
