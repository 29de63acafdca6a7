import { distance, isWithin, type Point, placeOf, type Segment, segmentsOf } from './planar';
import { homeOf, namedBy, type Shape } from './shapes';
import { type Barriers, blocked, straight, walks } from './ways';

/** Trees this near to its windows stand before a home, and lamps this near light into it. */
const BEFORE_WINDOWS = 20_000;
const IN_VIEW = 30_000;

/** What there is: the site as it stands, or as a plan would have it. */
export interface Scene {
  site: readonly Shape[];
  /** Null: nothing is planned. */
  plan: readonly Shape[] | null;
}

/** One side of a house: its windows, and the door one leaves by. */
export interface Home {
  windows: Segment[];
  door: Point | null;
}

/** Of a home, in millimetres. Null: there is none, or no way leads there. */
export interface Measured {
  /** From its windows to the nearest edge of the way it is about. */
  path: number | null;
  shed: number | null;
  /** On foot from its door to the edge of the nearest shed. */
  shedWay: number | null;
  gates: { name: string; way: number | null }[];
  /** Trees before its windows that stay. */
  trees: number;
  lamps: number;
}

/** Trees that go, or on which something is built: the names of all there are on the site. */
export type Touched = string[];

const of = (shapes: readonly Shape[], kind: Shape['kind']) => shapes.filter((one) => one.kind === kind);
const planned = ({ plan }: Scene) => plan ?? [];
const removed = (scene: Scene) => of(planned(scene), 'removed').flatMap((one) => namedBy(one, scene.site) ?? []);
const standing = (scene: Scene, kind: Shape['kind']) => {
  const gone = removed(scene);
  return [...of(scene.site, kind).filter((one) => !gone.includes(one)), ...of(planned(scene), kind)];
};

const line = ({ points }: Shape, closed = false): Segment[] =>
  points.length === 1 ? points.flatMap(placeOf) : segmentsOf(points, closed);

/** Whose windows these are: of the entrance, and of this door of it where windows are drawn for it alone. */
export function homeIn(site: readonly Shape[], building: string, entrance: number, door: string | null): Home | null {
  const here = ({ name }: Shape) => {
    const home = homeOf(name);
    return home?.building === building && home.entrance === entrance ? home : null;
  };
  const seen = of(site, 'windows').filter((one) => {
    const home = here(one);
    return home && (door === null || home.doors === '' || door.endsWith(home.doors));
  });
  if (seen.length === 0) return null;
  return { windows: seen.flatMap((one) => line(one)), door: of(site, 'entrance').find(here)?.points[0] ?? null };
}

/** Between its windows and the edge of something that is as wide as it is. */
function nearest(windows: readonly Segment[], things: readonly Shape[], closed: boolean): number | null {
  const all = things.flatMap((one) => {
    const middle = distance(windows, line(one, closed));
    return middle === null ? [] : [Math.max(0, middle - Math.floor(one.width / 2))];
  });
  return all.length === 0 ? null : Math.min(...all);
}

/** Trees that are taken away, and those in whose place something is built. */
export function touchedTrees(scene: Scene): Touched {
  const gone = removed(scene);
  const [paths, sheds] = [of(planned(scene), 'path'), of(planned(scene), 'shed')];
  return of(scene.site, 'tree').flatMap((tree) => {
    const [at] = tree.points;
    const onPath = paths.some((path) => nearest(line(tree), [path], false) === 0);
    const inShed = at !== undefined && sheds.some(({ points }) => isWithin(at, points));
    return gone.includes(tree) || onPath || inShed ? [tree.name] : [];
  });
}

const barriersIn = (scene: Scene): Barriers => ({
  buildings: [...of(scene.site, 'building'), ...of(planned(scene), 'shed')].map(({ points }) => points),
  walls: standing(scene, 'wall').flatMap((one) => line(one)),
});

const middleOf = ([a, b]: Segment): Point => [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)];

/** Both ends of each window and its middle. */
const eyes = (windows: readonly Segment[]): Point[] => windows.flatMap((one) => [one[0], middleOf(one), one[1]]);

/** Where one comes upon a shed: its corners and the middle of each side. */
const edgesOf = (sheds: readonly Shape[]): Point[] =>
  sheds.flatMap((shed) => line(shed, true).flatMap((side) => [side[0], middleOf(side)]));

function inView(lamp: Point, windows: readonly Segment[], { buildings }: Barriers): boolean {
  if ((distance(placeOf(lamp), windows) ?? IN_VIEW) >= IN_VIEW) return false;
  return eyes(windows).some((eye) => !blocked([eye, lamp], { buildings, walls: [] }));
}

/**
 * What a scene is for each of these homes. `about`: the ways that are talked about where nothing is planned, which a plan
 * takes away; with a plan they are its own. To a gate one goes by paths, not over what was trodden.
 */
export function measure(scene: Scene, homes: readonly Home[], about: readonly Shape[] = []): Measured[] {
  const barriers = barriersIn(scene);
  const [gates, touched] = [of(scene.site, 'gate'), touchedTrees(scene)];
  const [paths, sheds] = [scene.plan === null ? about : of(scene.plan, 'path'), of(planned(scene), 'shed')];
  const trees = of(scene.site, 'tree').filter(({ name }) => !touched.includes(name));
  const lamps = standing(scene, 'lamp');
  const [ends, edges] = [gates.map(({ points }) => points), edgesOf(sheds)];
  const doors = homes.map(({ door }) => door).filter((door) => door !== null);
  const far = walks(standing(scene, 'path'), [...ends, edges], doors, barriers);
  const toShed = (door: Point) => {
    const all = [far[gates.length]?.[doors.indexOf(door)] ?? null, straight(door, edges, barriers)];
    const known = all.filter((one) => one !== null);
    return known.length === 0 ? null : Math.min(...known);
  };
  return homes.map(({ windows, door }) => ({
    path: nearest(windows, paths, false),
    shed: nearest(windows, sheds, true),
    shedWay: door ? toShed(door) : null,
    gates: gates.map(({ name }, at) => ({ name, way: door ? (far[at]?.[doors.indexOf(door)] ?? null) : null })),
    trees: trees.filter((tree) => (distance(line(tree), windows) ?? BEFORE_WINDOWS) < BEFORE_WINDOWS).length,
    lamps: lamps.filter(({ points }) => points.some((at) => inView(at, windows, barriers))).length,
  }));
}

/** The ways of the site that a plan takes away: what is there now of what it is about. */
export const aboutOf = (scene: Scene): Shape[] =>
  removed(scene).filter(({ kind }) => kind === 'path' || kind === 'trail');

/** What a version of a plan draws, over which version of the site. */
export interface Over {
  site: readonly Shape[];
  siteVersion: number;
  shapes: readonly Shape[];
  /** Of the version before; null where it drew nothing, or there is none. */
  before: readonly Shape[] | null;
}

/** What a plan changes for a home: as it is now, as the version before would have it, and as this one does. */
export interface Card {
  now: Measured;
  before: Measured | null;
  after: Measured;
}

/** A home by the door of the register; null: any door of its entrance. */
export interface Door {
  building: string;
  entrance: number;
  door: string | null;
}

/** All of one site, so that they can be compared; null where nobody has drawn the windows of a home. */
export function cardsOf({ site, shapes, before }: Over, doors: readonly Door[]): (Card | null)[] {
  const found = doors.map(({ building, entrance, door }) => homeIn(site, building, entrance, door));
  const homes = found.flatMap((home) => home ?? []);
  const [now, was, is] = [
    measure({ site, plan: null }, homes, aboutOf({ site, plan: shapes })),
    before && measure({ site, plan: before }, homes),
    measure({ site, plan: shapes }, homes),
  ];
  return found.map((home) => {
    const at = home ? homes.indexOf(home) : -1;
    const [today, after] = [now[at], is[at]];
    return today && after ? { now: today, before: was?.[at] ?? null, after } : null;
  });
}

/** The same of one. */
export const cardOf = (over: Over, door: Door): Card | null => cardsOf(over, [door])[0] ?? null;

/** Entrances whose windows are drawn, in the order of the drawing. */
export function entrancesIn(site: readonly Shape[]): Door[] {
  const homes = of(site, 'windows').flatMap(({ name }) => homeOf(name) ?? []);
  const same = (one: Omit<Door, 'door'>, other: Omit<Door, 'door'>) =>
    one.building === other.building && one.entrance === other.entrance;
  return homes
    .filter((one, at) => homes.findIndex((other) => same(one, other)) === at)
    .map(({ building, entrance }) => ({ building, entrance, door: null }));
}

/** Whether it is all the same for this home as it is now. */
export const changesNothing = ({ now, after }: Card): boolean => JSON.stringify(now) === JSON.stringify(after);
