import {
  crosses,
  crossing,
  distance,
  footOn,
  lengthOf,
  type Point,
  passesThrough,
  placeOf,
  type Segment,
  segmentsOf,
} from './planar';
import type { Shape } from './shapes';

/** From a door or a gate one walks so far over open ground to a path. */
const REACH = 10_000;

type Way = Pick<Shape, 'points' | 'width'>;

/** What nobody walks through. */
export interface Barriers {
  buildings: readonly (readonly Point[])[];
  walls: readonly Segment[];
}

/** A net of places, by `x y`, and how far each is from those beside it. */
type Net = Map<string, Map<string, number>>;

const key = ([x, y]: Point): string => `${x} ${y}`;

function joinKeys(net: Net, a: string, b: string, length: number) {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const beside = net.get(from) ?? new Map<string, number>();
    net.set(from, beside.set(to, Math.min(length, beside.get(to) ?? length)));
  }
}

const join = (net: Net, a: Point, b: Point) => joinKeys(net, key(a), key(b), lengthOf(a, b));

export const blocked = (way: Segment, { buildings, walls }: Barriers): boolean =>
  buildings.some((outline) => passesThrough(way, outline)) || walls.some((wall) => crosses(way, wall));

interface Piece {
  way: number;
  width: number;
  segment: Segment;
  /** Where others join it. */
  at: Point[];
}

function isNear(point: Point, segment: Segment, most: number): boolean {
  const beside = [0, 1].some((axis) => {
    const [at = 0, a = 0, b = 0] = [point[axis], segment[0][axis], segment[1][axis]];
    return at < Math.min(a, b) - most || at > Math.max(a, b) + most;
  });
  return !beside && (distance(placeOf(point), [segment]) ?? Number.POSITIVE_INFINITY) <= most;
}

/** Ways that cross are joined there; a way whose bend or end lies on the width of another is joined to its middle. */
function joinWays(net: Net, pieces: readonly Piece[]) {
  for (const one of pieces) {
    for (const other of pieces) {
      if (other.way === one.way) continue;
      for (const bend of other.segment) {
        if (!isNear(bend, one.segment, one.width / 2)) continue;
        const foot = footOn(bend, one.segment);
        one.at.push(foot);
        join(net, bend, foot);
      }
      if (other.way > one.way && crosses(one.segment, other.segment)) {
        const place = crossing(one.segment, other.segment);
        one.at.push(place);
        other.at.push(place);
      }
    }
  }
}

/** A door is a place of its own: nobody goes through it on their way to another. */
const doorKey = (at: number): string => `door ${at}`;

/** Where doors come upon a path, and how far that is from each. */
const feetOn = ({ segment }: Piece, doors: readonly Point[], barriers: Barriers) =>
  doors.flatMap((door, at) => {
    if (!isNear(door, segment, REACH)) return [];
    const foot = footOn(door, segment);
    return blocked([door, foot], barriers) ? [] : [{ door: doorKey(at), foot, length: lengthOf(door, foot) }];
  });

/** Along one piece, from every place on it to every other; what is rounded for one door makes no way of another's. */
function joinAlong(net: Net, piece: Piece, doors: readonly Point[], barriers: Barriers) {
  for (const from of piece.at) for (const to of piece.at) join(net, from, to);
  const feet = feetOn(piece, doors, barriers);
  for (const { door, foot, length } of feet) {
    for (const place of piece.at) joinKeys(net, door, key(place), length + lengthOf(foot, place));
    for (const other of feet)
      if (other.door !== door) joinKeys(net, door, other.door, length + lengthOf(foot, other.foot) + other.length);
  }
}

/** The net of all ways, with doors and gates on it. Each stretch is measured to the millimetre, and a way is their sum. */
function netOf(ways: readonly Way[], doors: readonly Point[], barriers: Barriers): Net {
  const net: Net = new Map();
  const pieces = ways.flatMap(({ points, width }, way) =>
    segmentsOf(points).map((segment): Piece => ({ way, width, segment, at: [...segment] })),
  );
  joinWays(net, pieces);
  for (const piece of pieces) joinAlong(net, piece, doors, barriers);
  return net;
}

/** How far it is from the nearest of these doors to everywhere, by the shortest way (Dijkstra). */
function spread(net: Net, from: readonly string[]): Map<string, number> {
  const [far, open] = [new Map<string, number>(), new Map(from.map((one) => [one, 0]))];
  while (open.size > 0) {
    const [next = '', length = 0] = [...open].reduce((best, one) => (one[1] < best[1] ? one : best));
    open.delete(next);
    far.set(next, length);
    if (!from.includes(next) && next.startsWith('door ')) continue;
    for (const [to, more] of net.get(next) ?? []) {
      if (!far.has(to)) open.set(to, Math.min(length + more, open.get(to) ?? Number.POSITIVE_INFINITY));
    }
  }
  return far;
}

/** From each of these, which may be entered at several places, the shortest way to each of these doors; null where none leads there. */
export function walks(
  ways: readonly Way[],
  ends: readonly (readonly Point[])[],
  doors: readonly Point[],
  barriers: Barriers,
): (number | null)[][] {
  const places = ends.flat();
  const net = netOf(ways, [...places, ...doors], barriers);
  return ends.map((own, end) => {
    const first = ends.slice(0, end).flat().length;
    const far = spread(
      net,
      own.map((_, at) => doorKey(first + at)),
    );
    return doors.map((_door, at) => far.get(doorKey(places.length + at)) ?? null);
  });
}

/** Straight over open ground, where it is no farther than one walks without a path and nothing is between; null otherwise. */
export function straight(from: Point, to: readonly Point[], barriers: Barriers): number | null {
  const free = to.filter((place) => lengthOf(from, place) <= REACH && !blocked([from, place], barriers));
  return free.length === 0 ? null : Math.min(...free.map((place) => lengthOf(from, place)));
}
