import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Counts, exactRates, PROFILES } from '../rules';
import { inTwoWays, ranked, type Unit } from './ranking';

const profile = PROFILES.beijing_district_2025;
const counts = (effective: number, resolved: number, satisfied: number, fairlySatisfied = 0): Counts => ({
  effective,
  contacted: effective,
  resolved,
  satisfied,
  fairlySatisfied,
  responseOnly: 0,
  responseOnlyContacted: 0,
});
const unit = (name: string, volume: number, of: Counts): Unit => ({ name, volume, closed: volume, counts: of });

test('by composite; equals share a place, the larger volume first; without callbacks no place, and last', () => {
  const places = ranked(
    [
      unit('无', 99, counts(0, 0, 0)),
      unit('小', 10, counts(10, 9, 9)),
      unit('大', 40, counts(20, 18, 18)),
      unit('好', 5, counts(5, 5, 5)),
      unit('差', 50, counts(10, 1, 1)),
    ],
    profile,
  );
  assert.deepEqual(
    places.map(({ name, place }) => [name, place]),
    [
      ['好', 1],
      ['大', 2],
      ['小', 2],
      ['差', 4],
      ['无', null],
    ],
  );
});

test('what is printed alike is not alike: rounding gives nobody a place', () => {
  const [first, second] = ranked(
    [unit('甲', 1, counts(1000, 900, 900)), unit('乙', 9, counts(10001, 9000, 9000))],
    profile,
  );
  assert.equal(first?.rates.composite, second?.rates.composite);
  assert.deepEqual([first?.name, first?.place, second?.place], ['甲', 1, 2]);
});

test('pooled and the mean of units are different numbers', () => {
  const { pooled, mean, of } = inTwoWays(
    [unit('A', 200, counts(200, 120, 100, 40)), unit('B', 10, counts(10, 10, 10)), unit('C', 3, counts(0, 0, 0))],
    profile,
  );
  assert.deepEqual([pooled.resolution?.pct, mean.resolution, of], ['61.90', '80.00', 2]);
  assert.deepEqual([pooled.satisfaction?.pct, mean.satisfaction], ['69.52', '84.00']);
  assert.deepEqual(inTwoWays([], profile).mean.composite, null);
});

test('a place says how many are better, whatever the order they came in', () => {
  const any = fc
    .record({ effective: fc.nat(6), resolved: fc.nat(6), satisfied: fc.nat(6), volume: fc.nat(9) })
    .map((one) => ({ ...one, resolved: Math.min(one.resolved, one.effective) }))
    .map(({ effective, resolved, satisfied, volume }) => ({
      volume,
      counts: counts(effective, resolved, Math.min(satisfied, effective)),
    }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (all) => {
      const units = all.map((one, at) => unit(String(at), one.volume, one.counts));
      const composite = (of: Unit) => exactRates(of.counts, profile).composite;
      for (const one of ranked(units, profile)) {
        const own = composite(one);
        if (!own) assert.equal(one.place, null);
        else {
          const better = units.filter((other) => {
            const theirs = composite(other);
            return theirs !== null && theirs.n * own.d > own.n * theirs.d;
          });
          assert.equal(one.place, better.length + 1);
        }
      }
    }),
  );
});
