import { isSimple, type Point, passesThrough, segmentsOf } from './planar';

/** What stands there. 楼 窗 门 大门 路 小道 树 灯 坡 墙 */
export const SITE_KINDS = [
  'building',
  'windows',
  'entrance',
  'gate',
  'path',
  'trail',
  'tree',
  'lamp',
  'slope',
  'wall',
] as const;

/** What a plan makes of it. 路 扶手 灯 棚 移走 保留 */
export const PLAN_KINDS = ['path', 'rail', 'lamp', 'shed', 'removed', 'kept'] as const;

export type Kind = (typeof SITE_KINDS)[number] | (typeof PLAN_KINDS)[number];

/** `points` and `width` in millimetres, 0 for no width; `clauses` of the plan that say what is drawn. */
export interface Shape {
  kind: Kind;
  name: string;
  points: Point[];
  width: number;
  steps: number;
  clauses: number[];
}

/** Words of a line, as they may be written; the first is how it is written back. */
const WORDS: Readonly<Record<Kind, readonly [string, ...string[]]>> = {
  building: ['楼', 'building'],
  windows: ['窗', 'windows'],
  entrance: ['门', 'entrance'],
  gate: ['大门', 'gate'],
  path: ['路', 'path'],
  trail: ['小道', 'trail'],
  tree: ['树', 'tree'],
  lamp: ['灯', 'lamp'],
  slope: ['坡', 'slope'],
  wall: ['墙', 'wall'],
  rail: ['扶手', 'rail'],
  shed: ['棚', 'shed'],
  removed: ['移走', 'removed'],
  kept: ['保留', 'kept'],
};

/** How many places each takes: an outline, a line, one place, or none of its own. */
export const AREAS: readonly Kind[] = ['building', 'slope', 'shed'];
const PLACES: readonly Kind[] = ['entrance', 'gate', 'tree', 'lamp'];
export const NAMES: readonly Kind[] = ['removed', 'kept'];
const WIDE: readonly Kind[] = ['path', 'trail'];

const FARTHEST = 2_000_000;
const WIDEST = 30_000;
const MOST_STEPS = 500;
export const MOST_SHAPES = 1_200;
/** Of all shapes together: what a drawing of them and the cards of all entrances bear. */
export const MOST_PLACES = 6_000;
export const MOST_POINTS = 200;

export type Fault =
  | 'kind'
  | 'name'
  | 'attribute'
  | 'place'
  | 'far'
  | 'points'
  | 'outline'
  | 'width'
  | 'steps'
  | 'twice'
  | 'home'
  | 'unknown'
  | 'clause'
  | 'through'
  | 'element'
  | 'bent'
  | 'turned';

/** What is wrong with a line, or with what it stands for, and what was written there. */
export interface Wrong {
  line: number;
  fault: Fault;
  said: string;
}

/** Metres as one types them, `12.5`, to millimetres; at most three decimals. */
function millimetres(text: string): number | null {
  const [, sign = '', metres = '', rest = ''] = /^([+-]?)(\d{1,5})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  if (metres === '') return null;
  const value = Number(metres) * 1000 + Number(rest.padEnd(3, '0'));
  return sign === '-' && value !== 0 ? -value : value;
}

/** The same written back. */
const inMetres = (mm: number): string => {
  const [size, rest] = [Math.floor(Math.abs(mm) / 1000), String(Math.abs(mm) % 1000).padStart(3, '0')];
  return `${mm < 0 ? '-' : ''}${size}${rest === '000' ? '' : `.${rest.replace(/0+$/, '')}`}`;
};

export const kindOf = (word: string, kinds: readonly Kind[]): Kind | undefined =>
  kinds.find((kind) => WORDS[kind].includes(word.toLowerCase()));

interface Attributes {
  width: number;
  steps: number;
  clauses: number[];
}

/** `宽1.5` or `width=1.5`, `23级` or `steps=23`, `第2条` or `clause=2`. */
function attributed(word: string, to: Attributes): boolean {
  const wide = /^(?:宽|width=)(.+)$/.exec(word)?.[1];
  const steps = /^(?:(\d{1,3})级|steps=(\d{1,3}))$/.exec(word);
  const clause = /^(?:第([1-9]\d{0,2})条|clause=([1-9]\d{0,2}))$/.exec(word);
  if (wide !== undefined) to.width = millimetres(wide) ?? -1;
  else if (steps) to.steps = Number(steps[1] ?? steps[2]);
  else if (clause) to.clauses.push(Number(clause[1] ?? clause[2]));
  else return false;
  return true;
}

/** What is wrong with one shape by itself. */
export function faultOf({ kind, name, points, width, steps }: Shape): Fault | null {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}/-]{0,19}$/u.test(name)) return 'name';
  const [fewest, most] = NAMES.includes(kind)
    ? [0, 0]
    : PLACES.includes(kind)
      ? [1, 1]
      : [AREAS.includes(kind) ? 3 : 2, MOST_POINTS];
  if (points.length < fewest || points.length > most) return 'points';
  if (points.some((point) => point.some((one) => !Number.isSafeInteger(one) || Math.abs(one) > FARTHEST))) return 'far';
  if (AREAS.includes(kind) && !isSimple(points)) return 'outline';
  if (!AREAS.includes(kind) && segmentsOf(points).some(([a, b]) => a[0] === b[0] && a[1] === b[1])) return 'outline';
  if (width < 0 || width > WIDEST || (WIDE.includes(kind) && width === 0)) return 'width';
  if (width > 0 && !WIDE.includes(kind) && kind !== 'tree') return 'width';
  if (steps < 0 || steps > MOST_STEPS || (steps > 0 && kind !== 'path')) return 'steps';
  if ((kind === 'windows' || kind === 'entrance') && homeOf(name) === null) return 'home';
  return null;
}

/** What a thing is, its name and its size, `路 P1 宽1.5 23级 第2条`. */
export function headOf(
  written: string,
  kinds: readonly Kind[],
): { head: Omit<Shape, 'points'> } | { fault: Fault; said: string } {
  const [word = '', name = '', ...rest] = written.trim().split(/\s+/);
  const kind = kindOf(word, kinds);
  if (!kind) return { fault: 'kind', said: word };
  const attributes: Attributes = { width: 0, steps: 0, clauses: [] };
  const stray = rest.find((one) => !attributed(one, attributes));
  return stray === undefined ? { head: { kind, name, ...attributes } } : { fault: 'attribute', said: stray };
}

/** A line, `路 P1 宽1.5 23级 第2条: 10 20, 12.5 30`. */
function shapeOf(written: string, kinds: readonly Kind[]): { shape: Shape } | { fault: Fault; said: string } {
  const [first = '', places = '', ...more] = written.split(':');
  if (more.length > 0) return { fault: 'kind', said: first.trim().split(/\s+/)[0] ?? '' };
  const read = headOf(first, kinds);
  if ('fault' in read) return read;
  const points: Point[] = [];
  for (const place of places.split(/[,;、]/).map((one) => one.trim())) {
    if (place === '') continue;
    const [x = null, y = null, ...others] = place.split(/\s+/).map(millimetres);
    if (x === null || y === null || others.length > 0) return { fault: 'place', said: place };
    points.push([x, y]);
  }
  const shape = { ...read.head, points };
  const fault = faultOf(shape);
  return fault ? { fault, said: shape.name } : { shape };
}

/** Shapes, one to a line, in metres; empty lines are nothing. `lines`: on which each stands. */
export function shapesOf(text: string, kinds: readonly Kind[]) {
  const [shapes, lines, wrong]: [Shape[], number[], Wrong[]] = [[], [], []];
  for (const [at, one] of text.normalize('NFKC').split('\n').entries()) {
    if (one.trim() === '') continue;
    const read = shapeOf(one, kinds);
    if ('fault' in read) wrong.push({ line: at + 1, ...read });
    else {
      shapes.push(read.shape);
      lines.push(at + 1);
    }
  }
  return { shapes, lines, wrong };
}

/** The same shapes as a text to edit. */
export const shapesText = (shapes: readonly Shape[]): string =>
  shapes
    .map(({ kind, name, points, width, steps, clauses }) => {
      const said = [
        ...[WORDS[kind][0], name],
        ...(width > 0 ? [`宽${inMetres(width)}`] : []),
        ...(steps > 0 ? [`${steps}级`] : []),
        ...clauses.map((no) => `第${no}条`),
      ].join(' ');
      return points.length === 0 ? said : `${said}: ${points.map((one) => one.map(inMetres).join(' ')).join(', ')}`;
    })
    .join('\n');

/** `15-1`: the windows or the door of an entrance; `15-1/02`: the windows of its doors that end so. */
export function homeOf(name: string): { building: string; entrance: number; doors: string } | null {
  const [, building, entrance, doors = ''] = /^(.+)-([1-9]\d?)(?:\/([\p{L}\p{N}]{1,6}))?$/u.exec(name) ?? [];
  return building && entrance ? { building, entrance: Number(entrance), doors } : null;
}

/** Under one name of its sort there is one thing. What a plan removes or keeps is called by its own name. */
const sortOf = ({ kind, name }: Shape): string => {
  const sort = ['building', 'windows', 'entrance', 'removed', 'kept'].includes(kind) ? kind : 'other';
  return `${sort === 'kept' ? 'removed' : sort}/${name}`;
};

const twiceIn = (shapes: readonly Shape[]) => {
  const sorts = shapes.map(sortOf);
  return shapes.map((_, at) => sorts.indexOf(sorts[at] ?? '') !== at);
};

/** What is wrong between the shapes of a site: two of one name, windows and doors of a building that is not there. */
export function siteFaults(shapes: readonly Shape[]): (Fault | null)[] {
  const twice = twiceIn(shapes);
  const buildings = new Set(shapes.filter(({ kind }) => kind === 'building').map(({ name }) => name));
  const stands = (name: string) => buildings.has(homeOf(name)?.building ?? '');
  return shapes.map((one, at) => {
    if (twice[at]) return 'twice';
    return (one.kind === 'windows' || one.kind === 'entrance') && !stands(one.name) ? 'unknown' : null;
  });
}

/** What a plan can take away or promise to leave. */
const REMOVABLE: readonly Kind[] = ['tree', 'trail', 'path', 'lamp', 'wall'];

/** The thing of the site a plan removes or keeps. */
export const namedBy = ({ name }: Shape, site: readonly Shape[]): Shape | undefined =>
  site.find((one) => one.name === name && REMOVABLE.includes(one.kind));

/** What nobody can build through a house: a way, a rail, a shed. */
const BUILT: readonly Kind[] = ['path', 'rail', 'shed'];

const sidesOf = ({ kind, points }: Shape) => segmentsOf(points, AREAS.includes(kind));

/** Whether they lie beside each other, east or north, without anything between them. */
const overlap = (one: readonly Point[], other: readonly Point[]): boolean =>
  [0, 1].every((axis) => {
    const [a, b] = [one, other].map((points) => points.map((point) => point[axis] ?? 0));
    return a && b && Math.max(...a) > Math.min(...b) && Math.max(...b) > Math.min(...a);
  });

/** The house it goes through. What touches a wall, or runs along it, does not. */
const houseIn = (shape: Shape, site: readonly Shape[]): Shape | undefined =>
  BUILT.includes(shape.kind)
    ? site.find(
        (house) =>
          house.kind === 'building' &&
          overlap(shape.points, house.points) &&
          (sidesOf(shape).some((side) => passesThrough(side, house.points)) ||
            (shape.kind === 'shed' && sidesOf(house).some((side) => passesThrough(side, shape.points)))),
      )
    : undefined;

/** It goes through the house of this name. */
interface Through {
  through: string;
}

/** The same of a plan: what it removes or keeps is there, nothing goes through a house, and each says which clauses it draws. */
export function planFaults(shapes: readonly Shape[], site: readonly Shape[]): (Fault | Through | null)[] {
  const twice = twiceIn(shapes);
  return shapes.map((one, at) => {
    if (twice[at]) return 'twice';
    if (NAMES.includes(one.kind) && !namedBy(one, site)) return 'unknown';
    const house = houseIn(one, site);
    if (house) return { through: house.name };
    return one.clauses.length === 0 ? 'clause' : null;
  });
}
