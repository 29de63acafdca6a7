/**
 * Wilson's score interval of 95 %, z = 1.96 exactly, in whole numbers: what is printed holds the exact interval and is nowhere a
 * hundredth of a percentage point wider. A callback that counts nine tenths makes it wider than it needs to be, never narrower.
 */
export interface Interval {
  low: string;
  high: string;
}

/** Below so many callbacks a rate is printed with its interval, not alone. */
export const FEW_CALLBACKS = 30;

/** The least whole number whose square is not less. */
function rootUp(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root * root < square ? root + 1n : root;
    root = next;
  }
}

const hundredths = (value: bigint): string => {
  const digits = value.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Of `tenths` tenths of `of` callbacks; null of none. */
export function wilson(tenths: bigint, of: bigint): Interval | null {
  if (of === 0n) return null;
  const middle = of * (125n * tenths + 2401n) * 10_000n;
  const spread = rootUp(2401n * of * (25n * tenths * (10n * of - tenths) + 2401n * of) * 100_000_000n);
  const whole = of * (1250n * of + 4802n);
  const low = (middle - spread) / whole;
  const high = (middle + spread + whole - 1n) / whole;
  return { low: hundredths(low < 0n ? 0n : low), high: hundredths(high > 10_000n ? 10_000n : high) };
}
