/** Exact quantities: areas are integers of 0.01 m², money is integers of fen, shares are compared without dividing. */

type Whole = number | bigint;

function whole(value: Whole): bigint {
  const exact = BigInt(value);
  if (exact < 0n) throw new RangeError('a count cannot be negative');
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('a count must be a safe integer');
  return exact;
}

function parseHundredths(text: string): number | null {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

function formatHundredths(value: Whole): string {
  const digits = whole(value).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "89.5" → 8950, in 0.01 m². Null unless plain digits with at most two decimals. */
export const parseArea = parseHundredths;

/**
 * An area as a spreadsheet has it: "1,089.5" → 108950, and what it computed, with more than six decimals, to the nearest
 * 0.01 m²: "77.49999999999999" → 7750. Null like `parseArea`.
 */
export function parseSheetArea(text: string): number | null {
  const bare = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text;
  const computed = /^(\d{1,12}\.\d\d)(\d)\d{4,}$/.exec(bare);
  if (!computed?.[1]) return parseArea(bare);
  return (parseArea(computed[1]) ?? 0) + (Number(computed[2]) >= 5 ? 1 : 0);
}

/** 8950 → "89.50" m². */
export const formatArea = formatHundredths;

/** "1234.5" yuan → 123450 fen. Null unless plain digits with at most two decimals. */
export const parseMoney = parseHundredths;

/** 123450 fen → "1,234.50" yuan, thousands grouped. */
export function formatMoney(fen: Whole): string {
  return formatHundredths(fen).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** n/d ≥ num/den by cross-multiplication. Of nothing, nothing suffices: atLeast(0, 0, 2, 3) holds. */
export function atLeast(n: Whole, d: Whole, num: Whole, den: Whole): boolean {
  return whole(n) * whole(den) >= whole(num) * whole(d);
}

/** n/d > num/den by cross-multiplication. */
export function moreThan(n: Whole, d: Whole, num: Whole, den: Whole): boolean {
  return whole(n) * whole(den) > whole(num) * whole(d);
}

/** The least whole number that is at least num/den of d: shareOf(19, 2, 3) = 13. */
export function shareOf(d: Whole, num: Whole, den: Whole): number {
  const parts = whole(num) * whole(d);
  const size = whole(den);
  return Number((parts + size - 1n) / size);
}

/**
 * 100·n/d with `places` decimals, half up: percent(185, 188) = "98.40". Null when there is nothing to divide by.
 * For print only: a rounded percentage decides nothing.
 */
export function percent(n: Whole, d: Whole, places = 2): string | null {
  const of = whole(d);
  if (of === 0n) return null;
  const scaled = (whole(n) * 100n * 10n ** BigInt(places) * 2n + of) / (of * 2n);
  if (places === 0) return scaled.toString();
  const digits = scaled.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
