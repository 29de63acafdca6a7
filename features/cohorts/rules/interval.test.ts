import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wilson } from './interval';

test('the interval of a few known shares, rounded outwards', () => {
  assert.deepEqual(wilson(100n, 10n), { low: '72.24', high: '100.00' });
  assert.deepEqual(wilson(0n, 10n), { low: '0.00', high: '27.76' });
  assert.deepEqual(wilson(50n, 10n), { low: '23.65', high: '76.35' });
  assert.deepEqual(wilson(10n, 1n), { low: '20.65', high: '100.00' });
  assert.equal(wilson(0n, 0n), null);
});

const some = fc.integer({ min: 1, max: 100_000 }).chain((of) => fc.nat(of * 10).map((tenths) => ({ of, tenths })));

test('it holds what floating point finds, within a hundredth of a point', () => {
  fc.assert(
    fc.property(some, ({ of, tenths }) => {
      const said = wilson(BigInt(tenths), BigInt(of));
      const [p, z2] = [tenths / 10 / of, 1.96 * 1.96];
      const spread = 1.96 * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
      const [low, high] = [-1, 1].map((side) => (100 * (p + z2 / (2 * of) + side * spread)) / (1 + z2 / of));
      assert.ok(said && low !== undefined && high !== undefined);
      assert.ok(Number(said.low) <= low + 1e-9 && Number(said.low) > low - 0.01 - 1e-9, `${said.low} ${low}`);
      assert.ok(Number(said.high) >= high - 1e-9 && Number(said.high) < high + 0.01 + 1e-9, `${said.high} ${high}`);
    }),
  );
});

test('the share lies in it, the other side of it is its mirror, and ten times as many say it more exactly', () => {
  fc.assert(
    fc.property(some, ({ of, tenths }) => {
      const [n, d] = [BigInt(tenths), BigInt(of)];
      const [said, other, more] = [wilson(n, d), wilson(10n * d - n, d), wilson(10n * n, 10n * d)];
      assert.ok(said && other && more);
      const share = (10 * tenths) / of;
      assert.ok(Number(said.low) <= share + 1e-9 && share <= Number(said.high) + 1e-9);
      assert.equal((100 - Number(other.high)).toFixed(2), said.low);
      assert.ok(Number(more.high) - Number(more.low) <= Number(said.high) - Number(said.low));
    }),
  );
});
