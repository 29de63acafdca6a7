import {
  type Decimal,
  decimal,
  decimals,
  type Move,
  minus,
  moved,
  moveOf,
  type Place,
  plus,
  within,
  ZERO,
} from './decimal';
import { type Element, elementIn } from './markup';
import type { Point } from './planar';
import {
  AREAS,
  type Fault,
  faultOf,
  headOf,
  type Kind,
  kindOf,
  MOST_POINTS,
  NAMES,
  type Shape,
  type Wrong,
} from './shapes';

/** What is taken for a drawing in SVG. */
export const isSvg = (text: string): boolean => text.trimStart().startsWith('<');

interface Line {
  places: Place[];
  /** Comes back to where it began. */
  closed: boolean;
}

const pairs = (all: readonly Decimal[]): Place[] =>
  all.flatMap((x, at): Place[] => {
    const y = all[at + 1];
    return at % 2 === 0 && y ? [[x, y]] : [];
  });

/** How many numbers each step of a `path` takes. */
const STEPS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Z: 0 };

/** One line of straight stretches. */
function pathLine(text: string): Line | Fault {
  const places: Place[] = [];
  const step = /\s*([a-z])([^a-df-z]*)/giy;
  const end = text.trimEnd().length;
  let closed = false;
  while (step.lastIndex < end) {
    const [all, letter = '', given = ''] = step.exec(text) ?? [];
    const size = STEPS[letter.toUpperCase()];
    const begins = letter.toUpperCase() === 'M';
    if (all === undefined || (places.length === 0 && !begins)) return 'place';
    if (places.length > MOST_POINTS) return 'points';
    if (size === undefined || closed || (begins && places.length > 0)) return 'bent';
    const numbers = decimals(given);
    if (!numbers || (size === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % size !== 0))
      return 'place';
    if (size === 0) closed = true;
    for (let n = 0; size > 0 && n < numbers.length; n += size) {
      const [x, y] = places.at(-1) ?? [ZERO, ZERO];
      const [first = ZERO, second = ZERO] = numbers.slice(n, n + size);
      const base: Place = letter === letter.toUpperCase() ? [ZERO, ZERO] : [x, y];
      if (size === 2) places.push([plus(base[0], first), plus(base[1], second)]);
      else places.push(letter.toUpperCase() === 'H' ? [plus(base[0], first), y] : [x, plus(base[1], first)]);
    }
  }
  return { places, closed };
}

const READ = ['path', 'polygon', 'polyline', 'line', 'circle', 'ellipse', 'rect'];

/** The line an element draws, before it is moved. */
function lineOf({ name, attributes }: Element): Line | Fault {
  const numbers = (...names: string[]) => {
    const all = names.map((one) => decimal(attributes.get(one) ?? '0'));
    return all.includes(null) ? null : all.flatMap((one) => one ?? []);
  };
  const of = (all: Decimal[] | null, closed: boolean): Line | Fault =>
    all && all.length % 2 === 0 ? { places: pairs(all), closed } : 'place';
  switch (name) {
    case 'path':
      return pathLine(attributes.get('d') ?? '');
    case 'polygon':
    case 'polyline':
      return of(decimals(attributes.get('points') ?? ''), name === 'polygon');
    case 'line':
      return of(numbers('x1', 'y1', 'x2', 'y2'), false);
    case 'circle':
    case 'ellipse':
      return of(numbers('cx', 'cy'), false);
    case 'rect': {
      const [x, y, width, height, rx, ry] = numbers('x', 'y', 'width', 'height', 'rx', 'ry') ?? [];
      if (!x || !y || !width || !height || !rx || !ry) return 'place';
      if (rx.n !== 0n || ry.n !== 0n) return 'bent';
      const [right, foot] = [plus(x, width), plus(y, height)];
      return of([x, y, right, y, right, foot, x, foot], true);
    }
    default:
      return 'element';
  }
}

/** What draws nothing, and what is written beside the things. */
const SILENT = ['defs', 'desc', 'metadata', 'namedview', 'style', 'text', 'title'];
const NOTES = ['注', 'note'];
const SCALES = ['比例', 'scale'];

const wordsOf = (text: string) =>
  text === ''
    ? []
    : text
        .normalize('NFKC')
        .split(/[\s_]+/u)
        .filter(Boolean);

/** What it is called: as programs keep it, the first that says something. */
function calledBy({ attributes, inside }: Element): string[] {
  const title = inside.find(({ name }) => name === 'title')?.words;
  for (const one of [title, ...['inkscape:label', 'data-name', 'id'].map((name) => attributes.get(name))]) {
    const words = wordsOf(one ?? '');
    if (words.length > 0) return words;
  }
  return [];
}

const classesOf = ({ attributes }: Element) => wordsOf(attributes.get('class') ?? '');

const isHidden = ({ attributes }: Element) =>
  attributes.get('display') === 'none' || /display\s*:\s*none/.test(attributes.get('style') ?? '');

interface Drawn {
  element: Element;
  called: readonly string[];
  move: Move | null;
  /** By what the groups around it are called. */
  kind: string | undefined;
}

/** Adds what an element draws, in its order, without what is hidden and what is a note. */
function addDrawn(to: Drawn[], element: Element, kinds: readonly Kind[], around: Pick<Drawn, 'move' | 'kind'>): void {
  if (SILENT.includes(element.name) || isHidden(element)) return;
  const [called, classes] = [calledBy(element), classesOf(element)];
  if ([called[0] ?? '', ...classes].some((word) => NOTES.includes(word.toLowerCase()))) return;
  const move = within(around.move, moveOf(element.attributes.get('transform') ?? ''));
  const isKind = (word: string | undefined) => word !== undefined && kindOf(word, kinds) !== undefined;
  if (element.name === 'g') {
    const kind = [called[0], ...classes].find(isKind) ?? around.kind;
    for (const one of element.inside) addDrawn(to, one, kinds, { move, kind });
  } else to.push({ element, called, move, kind: classes.find(isKind) ?? around.kind });
}

/** So many `metres` are as long as `length` in the drawing, and `origin` is where both are nought. */
interface Frame {
  metres: Decimal;
  length: Decimal;
  origin: Place;
}

/** Millimetres, halves upwards. */
function millimetres(length: Decimal, { metres, length: measure }: Frame): number {
  const e = length.e + metres.e;
  const above = length.n * metres.n * 1000n * 10n ** BigInt(measure.e);
  const below = measure.n * 10n ** BigInt(e);
  const twice = 2n * above + below;
  const whole = twice / (2n * below);
  return Number(twice < 0n && twice % (2n * below) !== 0n ? whole - 1n : whole);
}

/** A line that lies or stands and is called `比例 50`: so many metres long. Null unless there is exactly one. */
function frameOf(root: Element, bars: readonly Drawn[]): Frame | null {
  const [bar, ...more] = bars;
  if (!bar?.move || more.length > 0) return null;
  const { move } = bar;
  const line = lineOf(bar.element);
  const metres = decimal((bar.called[1] ?? '').replace(/(?:m|米)$/u, ''));
  if (typeof line === 'string' || line.places.length !== 2 || !metres || metres.n <= 0n) return null;
  const [from, to] = line.places.map((one) => moved(move, one));
  if (!from || !to) return null;
  const [wide, high] = [minus(to[0], from[0]), minus(to[1], from[1])];
  const length = wide.n === 0n ? high : high.n === 0n ? wide : ZERO;
  if (length.n === 0n) return null;
  const [left, top, , height] = decimals(root.attributes.get('viewBox') ?? '') ?? [];
  const origin: Place = left && top && height ? [left, plus(top, height)] : [ZERO, ZERO];
  return { metres, length: length.n < 0n ? { n: -length.n, e: length.e } : length, origin };
}

function shapeOf(
  { element, called, move, kind }: Drawn,
  kinds: readonly Kind[],
  frame: Frame,
): { shape: Shape } | { fault: Fault; said: string } {
  const said = called.join(' ') || element.name;
  if (!READ.includes(element.name)) return { fault: 'element', said: [element.name, ...called].join(' ') };
  const isSaid = kindOf(called[0] ?? '', kinds) !== undefined;
  const read = headOf((isSaid || !kind ? called : [kind, ...called]).join(' '), kinds);
  if ('fault' in read) return { fault: read.fault, said };
  const line = lineOf(element);
  if (typeof line === 'string') return { fault: line, said };
  if (!move) return { fault: 'turned', said };
  const { origin } = frame;
  const places = line.places.map((one): Point => {
    const [x, y] = moved(move, one);
    return [millimetres(minus(x, origin[0]), frame), millimetres(minus(origin[1], y), frame)];
  });
  const [first, last] = [places[0], places.at(-1)];
  const returns = places.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const area = AREAS.includes(read.head.kind);
  const points = NAMES.includes(read.head.kind)
    ? []
    : area && returns
      ? places.slice(0, -1)
      : !area && line.closed && first && !returns
        ? [...places, first]
        : places;
  const shape: Shape = { ...read.head, points };
  const fault = faultOf(shape);
  return fault ? { fault, said } : { shape };
}

/**
 * A drawing in SVG: each thing by what it, its class or its group is called, `楼 15` or `path P1 width=2`; a line called
 * `比例 50` says what is 50 metres. Above is north; nothing lies at the lower left. Wrong ones are told by their place in it.
 * A string: it cannot be read at all.
 */
export function shapesInSvg(text: string, kinds: readonly Kind[]) {
  const root = elementIn(text);
  if (root?.name !== 'svg') return 'not_svg';
  const around = { move: moveOf(root.attributes.get('transform') ?? ''), kind: undefined };
  const all: Drawn[] = [];
  for (const one of root.inside) addDrawn(all, one, kinds, around);
  const isBar = ({ called }: Drawn) => SCALES.includes((called[0] ?? '').toLowerCase());
  const frame = frameOf(root, all.filter(isBar));
  if (!frame) return 'svg_scale';
  const [shapes, lines, wrong]: [Shape[], number[], Wrong[]] = [[], [], []];
  for (const [at, one] of all.filter((each) => !isBar(each)).entries()) {
    const found = shapeOf(one, kinds, frame);
    if ('fault' in found) wrong.push({ line: at + 1, fault: found.fault, said: found.said });
    else {
      shapes.push(found.shape);
      lines.push(at + 1);
    }
  }
  return { shapes, lines, wrong, inDegrees: false };
}
