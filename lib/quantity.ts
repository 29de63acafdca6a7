/** Exact quantities: areas are integers of 0.01 m², money is integers of fen, shares are compared without dividing. */

type Whole = number | bigint;

function whole(value: Whole): bigint {
  const exact = BigInt(value);
  if (exact < 0n) throw new RangeError('a count cannot be negative');
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('a count must be a safe integer');
  return exact;
}

/** A number of no more digits than a double keeps exactly, with cents. */
const FIGURE = /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d+))?$/;

/**
 * A figure as people write it: digits, also full-width, one decimal point, commas where thousands have them. What cannot
 * be seen and blanks at the ends are no part of it. Null for anything else: "1e2", "0x10", "+1", "1,00", "".
 */
function figureOf(text: string): { whole: string; decimals: string } | null {
  const typed = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[０-９．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim();
  const match = FIGURE.exec(typed);
  return match ? { whole: (match[1] ?? '').replaceAll(',', ''), decimals: match[2] ?? '' } : null;
}

/** "1,100" → 1100; null unless it is a figure without decimals. */
export function parseCount(text: string): number | null {
  const figure = figureOf(text);
  return figure && figure.decimals === '' ? Number(figure.whole) : null;
}

function parseHundredths(text: string): number | null {
  const figure = figureOf(text);
  if (!figure || figure.decimals.length > 2) return null;
  return Number(figure.whole) * 100 + Number(figure.decimals.padEnd(2, '0'));
}

function formatHundredths(value: Whole): string {
  const digits = whole(value).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "89.5" → 8950, in 0.01 m². Null unless it is a figure with at most two decimals. */
export const parseArea = parseHundredths;

/**
 * An area as a spreadsheet has it: with its unit, and what it computed, with more than six decimals, to the nearest
 * 0.01 m²: "77.49999999999999" → 7750. Null like `parseArea`.
 */
export function parseSheetArea(text: string): number | null {
  const bare = text.trim().replace(/\s*(?:㎡|m2|m²|平方米|平米)$/i, '');
  const figure = figureOf(bare);
  if (!figure || figure.decimals.length < 7) return parseArea(bare);
  const exact = parseArea(`${figure.whole}.${figure.decimals.slice(0, 2)}`) ?? 0;
  return exact + (Number(figure.decimals[2]) >= 5 ? 1 : 0);
}

/** 8950 → "89.50" m². */
export const formatArea = formatHundredths;

/** "1,234.5" yuan → 123450 fen. Null unless it is a figure with at most two decimals. */
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

/** How large a file is: `870 kB`, `1.2 MB`. */
export const kilobytesIn = (kilobytes: number): string =>
  kilobytes < 1000 ? `${kilobytes} kB` : `${Math.floor(kilobytes / 1000)}.${Math.floor((kilobytes % 1000) / 100)} MB`;
