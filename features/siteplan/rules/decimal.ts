/** A number as it was written: `n` of its last places, of which `e` stand after the point. */
export interface Decimal {
  n: bigint;
  e: number;
}

export const ZERO: Decimal = { n: 0n, e: 0 };
const ONE: Decimal = { n: 1n, e: 0 };
const MOST_DIGITS = 24;
/** Nothing anybody draws is larger or finer, however often it was moved. */
const LARGEST = 10n ** 60n;
const FINEST = 60;

const lifted = ({ n, e }: Decimal, to: number): bigint => n * 10n ** BigInt(to - e);
export const plus = (a: Decimal, b: Decimal): Decimal => {
  const e = Math.max(a.e, b.e);
  return { n: lifted(a, e) + lifted(b, e), e };
};
const times = (a: Decimal, b: Decimal): Decimal => ({ n: a.n * b.n, e: a.e + b.e });
export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { n: -b.n, e: b.e });

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?/iy;

export function decimal(text: string): Decimal | null {
  if (text.length > 2 * MOST_DIGITS) return null;
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,2}))?(?:px)?$/i.exec(text.trim()) ?? [];
  if (whole.length + part.length === 0 || whole.length + part.length > MOST_DIGITS) return null;
  const [n, e] = [BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`), part.length - Number(power)];
  return e < 0 ? { n: n * 10n ** BigInt(-e), e: 0 } : { n, e };
}

/** Numbers after one another, parted by blanks and commas or by their signs alone; null where something else stands there. */
export function decimals(text: string): Decimal[] | null {
  const all: Decimal[] = [];
  let at = 0;
  for (;;) {
    while (/[\s,]/.test(text[at] ?? '')) at += 1;
    if (at >= text.length) return all;
    NUMBER.lastIndex = at;
    const [found] = NUMBER.exec(text) ?? [];
    const value = found === undefined ? null : decimal(found);
    if (found === undefined || value === null) return null;
    all.push(value);
    at += found.length;
  }
}

export type Place = readonly [x: Decimal, y: Decimal];
/** `a c e` over `b d f`, as SVG writes them. */
export type Move = readonly [Decimal, Decimal, Decimal, Decimal, Decimal, Decimal];

const STILL: Move = [ONE, ZERO, ZERO, ONE, ZERO, ZERO];

export const moved = ([a, b, c, d, e, f]: Move, [x, y]: Place): Place => [
  plus(plus(times(a, x), times(c, y)), e),
  plus(plus(times(b, x), times(d, y)), f),
];

/** The move of what stands within another; null where one is none, or no longer exact. */
export function within(outer: Move | null, inner: Move | null): Move | null {
  if (!outer || !inner) return null;
  if (inner === STILL) return outer;
  const [a, b, c, d] = outer;
  const [ia, ib, ic, id, ie, ig] = inner;
  const [e, f] = moved(outer, [ie, ig]);
  const turn = (x: Decimal, y: Decimal): Place => [plus(times(a, x), times(c, y)), plus(times(b, x), times(d, y))];
  const move: Move = [...turn(ia, ib), ...turn(ic, id), e, f];
  return move.every((one) => one.n < LARGEST && one.n > -LARGEST && one.e < FINEST) ? move : null;
}

/** What `transform` says, where it needs no sine. */
export function moveOf(text: string): Move | null {
  let move: Move | null = STILL;
  let rest = text.trim();
  while (move && rest !== '') {
    const [all = '', name = '', given = ''] = /^(translate|scale|matrix)\s*\(([^()]*)\)[\s,]*/.exec(rest) ?? [];
    const [x, y, ...more] = decimals(given) ?? [];
    const [c, d, e, f, ...beyond] = more;
    if (all === '' || !x) return null;
    if (name === 'matrix') {
      if (!y || !c || !d || !e || !f || beyond.length > 0) return null;
      move = within(move, [x, y, c, d, e, f]);
    } else if (more.length > 0) return null;
    else
      move = within(
        move,
        name === 'translate' ? [ONE, ZERO, ZERO, ONE, x, y ?? ZERO] : [x, ZERO, ZERO, y ?? x, ZERO, ZERO],
      );
    rest = rest.slice(all.length);
  }
  return move;
}
