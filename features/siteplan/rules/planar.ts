/** A place in the plane, in whole millimetres: x to the east, y to the north. */
export type Point = readonly [x: number, y: number];

/** A square of millimetres that need not be whole. */
interface Square {
  n: bigint;
  d: bigint;
}

const whole = (n: number): Square => ({ n: BigInt(n), d: 1n });
const least = (all: readonly Square[]): Square | null =>
  all.reduce<Square | null>((best, one) => (best === null || one.n * best.d < best.n * one.d ? one : best), null);

/** Twice the area of the triangle; positive where c lies left of the way from a to b. */
const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

const apart = ([ax, ay]: Point, [bx, by]: Point): number => (ax - bx) ** 2 + (ay - by) ** 2;

/** The root of a whole number, rounded down. */
function root(square: bigint): number {
  let guess = BigInt(Math.floor(Math.sqrt(Number(square))));
  while (guess * guess > square) guess -= 1n;
  while ((guess + 1n) * (guess + 1n) <= square) guess += 1n;
  return Number(guess);
}

/** A length to the nearest millimetre. */
export const lengthOf = (a: Point, b: Point): number => Math.round(Math.sqrt(apart(a, b)));

export type Segment = readonly [Point, Point];

/** A line as its segments; a closed one comes back to where it began. */
export const segmentsOf = (points: readonly Point[], closed = false): Segment[] =>
  points.flatMap((from, at): Segment[] => {
    const to = points[at + 1] ?? (closed ? points[0] : undefined);
    return to ? [[from, to]] : [];
  });

/** How far along from a to b, of `apart(a, b)`, the foot of the upright through p stands. */
const along = ([px, py]: Point, [[ax, ay], [bx, by]]: Segment): number => (px - ax) * (bx - ax) + (py - ay) * (by - ay);

function squareTo(p: Point, segment: Segment): Square {
  const [a, b] = segment;
  const [at, all] = [along(p, segment), apart(a, b)];
  if (at <= 0 || all === 0) return whole(apart(p, a));
  if (at >= all) return whole(apart(p, b));
  const upright = BigInt(turn(a, b, p));
  return { n: upright * upright, d: BigInt(all) };
}

/** The nearest place on a segment, to the millimetre. */
export function footOn(p: Point, segment: Segment): Point {
  const [[ax, ay], [bx, by]] = segment;
  const all = apart(segment[0], segment[1]);
  const at = Math.min(Math.max(along(p, segment), 0), all);
  if (all === 0 || at === 0) return segment[0];
  if (at === all) return segment[1];
  return [ax + Math.round(((bx - ax) * at) / all), ay + Math.round(((by - ay) * at) / all)];
}

/** Whether they cross at one place that is no end of either. */
export function crosses([a, b]: Segment, [c, d]: Segment): boolean {
  const [c1, d1, a1, b1] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  return c1 !== 0 && d1 !== 0 && a1 !== 0 && b1 !== 0 && c1 > 0 !== d1 > 0 && a1 > 0 !== b1 > 0;
}

const isOn = (p: Point, [a, b]: Segment): boolean =>
  turn(a, b, p) === 0 &&
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

const meets = (one: Segment, other: Segment): boolean =>
  crosses(one, other) || one.some((end) => isOn(end, other)) || other.some((end) => isOn(end, one));

/** Where two segments that cross do so, to the millimetre. */
export function crossing([a, b]: Segment, [c, d]: Segment): Point {
  const [from, to] = [turn(c, d, a), turn(c, d, b)];
  const at = from / (from - to);
  return [Math.round(a[0] + (b[0] - a[0]) * at), Math.round(a[1] + (b[1] - a[1]) * at)];
}

/** Between two lines, or places: whole millimetres, rounded down; null where there is nothing to measure to. */
export function distance(one: readonly Segment[], other: readonly Segment[]): number | null {
  const squares = one.flatMap((a) =>
    other.map((b) => {
      if (meets(a, b)) return whole(0);
      return least([...a.map((end) => squareTo(end, b)), ...b.map((end) => squareTo(end, a))]) ?? whole(0);
    }),
  );
  const square = least(squares);
  return square && root(square.n / square.d);
}

/** A place as a segment that goes nowhere. */
export const placeOf = (point: Point): Segment[] => [[point, point]];

/** Inside of a closed line; its edge is neither inside nor outside. */
export function isWithin(point: Point, outline: readonly Point[]): boolean {
  const edges = segmentsOf(outline, true);
  if (edges.some((edge) => isOn(point, edge))) return false;
  const [, y] = point;
  const passed = edges.filter(([a, b]) => a[1] > y !== b[1] > y && turn(a, b, point) > 0 === b[1] > a[1]);
  return passed.length % 2 === 1;
}

/** Whether a closed line has an inside and does not run into itself. */
export function isSimple(outline: readonly Point[]): boolean {
  const edges = segmentsOf(outline, true);
  const area = edges.reduce((sum, [a, b]) => sum + a[0] * b[1] - a[1] * b[0], 0);
  const neighbours = (i: number, j: number) => Math.abs(i - j) === 1 || Math.abs(i - j) === edges.length - 1;
  return (
    area !== 0 &&
    edges.every(([a, b]) => apart(a, b) > 0) &&
    edges.every((one, i) => edges.every((other, j) => j <= i || neighbours(i, j) || !meets(one, other)))
  );
}

/**
 * Whether the way from one place to another leads through the inside of an outline; along its edge, or up to it, it does not.
 * Where it crosses no edge between its ends, it comes in and goes out at corners alone: between any two of these it is
 * inside or it is not.
 */
export function passesThrough([a, b]: Segment, outline: readonly Point[]): boolean {
  if (segmentsOf(outline, true).some((edge) => crosses([a, b], edge))) return true;
  const corners = outline.filter((corner) => isOn(corner, [a, b]));
  const stops = [a, ...corners.sort((one, other) => apart(a, one) - apart(a, other)), b];
  const twice = outline.map(([x, y]): Point => [2 * x, 2 * y]);
  return segmentsOf(stops).some(([from, to]) => isWithin([from[0] + to[0], from[1] + to[1]], twice));
}
