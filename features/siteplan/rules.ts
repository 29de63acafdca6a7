import { ok, type Result, refuse } from '@/lib/result';
import type { Over } from './rules/consequence';
import { isGeoJson, shapesInGeoJson } from './rules/geojson';
import {
  type Kind,
  MOST_PLACES,
  MOST_SHAPES,
  PLAN_KINDS,
  planFaults,
  type Shape,
  SITE_KINDS,
  shapesOf,
  siteFaults,
  type Wrong,
} from './rules/shapes';
import { isSvg, shapesInSvg } from './rules/svg';

type Unread =
  | 'not_geojson'
  | 'in_degrees'
  | 'not_svg'
  | 'svg_scale'
  | 'wrong_lines'
  | 'too_many_shapes'
  | 'too_many_places'
  | 'nothing_drawn';

/** So many wrong lines are named at once; the rest come when these are right. */
const MOST_NAMED = 12;

/** `3:width:P1` in a line each: which line, what is wrong, what stood there; `3:through:P1 15` where it is about two. */
const namedWrong = (wrong: readonly Wrong[]): string =>
  wrong
    .slice(0, MOST_NAMED)
    .map(({ line, fault, said }) => `${line}:${fault}:${[...said.replace(/\s+/gu, ' ')].slice(0, 40).join('')}`)
    .join('\n');

/** How many there are of each kind, the most first: what to leave out where there is too much. */
function mostly(shapes: readonly Shape[], of: (one: Shape) => number): string {
  const sums = new Map<Kind, number>();
  for (const one of shapes) sums.set(one.kind, (sums.get(one.kind) ?? 0) + of(one));
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([kind, count]) => `${kind}:${count}`)
    .join(' ');
}

/** By what a text is: lines, GeoJSON or SVG. */
function shapesIn(text: string, kinds: readonly Kind[]) {
  if (isSvg(text)) return shapesInSvg(text, kinds);
  if (isGeoJson(text)) return shapesInGeoJson(text, kinds) ?? 'not_geojson';
  return { ...shapesOf(text, kinds), inDegrees: false };
}

/** Shapes as they were typed, in lines, as GeoJSON or as SVG; what is wrong is said of all of them at once. `field`: where they came. */
function read(
  text: string,
  kinds: readonly Kind[],
  faults: (shapes: readonly Shape[]) => ReturnType<typeof planFaults>,
  field = 'shapes',
): Result<Shape[], Unread> {
  const found = shapesIn(text, kinds);
  if (typeof found === 'string') return refuse(found, undefined, { [field]: found });
  const { shapes, lines, wrong } = found;
  if (found.inDegrees) return refuse('in_degrees', undefined, { [field]: 'in_degrees' });
  if (shapes.length > MOST_SHAPES) {
    const kinds = mostly(shapes, () => 1);
    return refuse(
      'too_many_shapes',
      { most: MOST_SHAPES, count: shapes.length, kinds },
      { [field]: 'too_many_shapes' },
    );
  }
  const places = shapes.reduce((sum, { points }) => sum + points.length, 0);
  if (places > MOST_PLACES) {
    const kinds = mostly(shapes, ({ points }) => points.length);
    return refuse('too_many_places', { most: MOST_PLACES, count: places, kinds }, { [field]: 'too_many_places' });
  }
  const between = faults(shapes).flatMap((found, at): Wrong[] => {
    const [line, name] = [lines[at] ?? 0, shapes[at]?.name ?? ''];
    if (found === null) return [];
    return [
      typeof found === 'string'
        ? { line, fault: found, said: name }
        : { line, fault: 'through', said: `${name} ${found.through}` },
    ];
  });
  const all = [...wrong, ...between].sort((a, b) => a.line - b.line);
  if (all.length > 0) {
    const details = {
      wrong: namedWrong(all),
      count: all.length,
      of: isGeoJson(text) || isSvg(text) ? 'feature' : 'line',
    };
    return refuse('wrong_lines', details, { [field]: 'wrong_lines' });
  }
  return ok(shapes);
}

/** Shapes as they are kept, in canonical JSON. */
export const keptShapes = (text: string): Shape[] => JSON.parse(text) as Shape[];

/** What is drawn over a site, and what was before, as both are kept. */
export interface Kept {
  shapes: string;
  site: string;
  siteVersion: number;
  before: string | null;
}

export const overOf = ({ shapes, site, siteVersion, before }: Kept): Over => ({
  site: keptShapes(site),
  siteVersion,
  shapes: keptShapes(shapes),
  before: before === null ? null : keptShapes(before),
});

/** The site as it was typed. Something has to stand there. */
export function readSite(text: string, field = 'shapes'): Result<Shape[], Unread> {
  const site = read(text, SITE_KINDS, siteFaults, field);
  return site.ok && site.value.length === 0 ? refuse('nothing_drawn', undefined, { [field]: 'nothing_drawn' }) : site;
}

/** What a plan draws over it; nothing, where it draws nothing any more. */
export const readPlan = (text: string, site: readonly Shape[]): Result<Shape[], Unread> =>
  read(text, PLAN_KINDS, (shapes) => planFaults(shapes, site));

/** Where and how large it is, whatever clauses it draws. */
const asDrawn = ({ points, width, steps }: Shape): string => JSON.stringify([points, width, steps]);

/** What was drawn otherwise, came in or went, with the clauses of it on either side. */
export interface Redrawn {
  name: string;
  before: Shape | null;
  after: Shape | null;
  clauses: number[];
}

/** What differs between two drawings of one plan, in the order of the later one. */
export function redrawn(before: readonly Shape[], after: readonly Shape[]): Redrawn[] {
  const counterpart = (shape: Shape, among: readonly Shape[]) =>
    among.find(({ kind, name }) => kind === shape.kind && name === shape.name) ?? null;
  const came = after.map((shape) => ({ before: counterpart(shape, before), after: shape }));
  const gone = before.filter((shape) => !counterpart(shape, after)).map((shape) => ({ before: shape, after: null }));
  return [...came, ...gone]
    .filter((one) => !one.before || !one.after || asDrawn(one.before) !== asDrawn(one.after))
    .map((one) => ({
      ...one,
      name: (one.after ?? one.before)?.name ?? '',
      clauses: [...new Set([...(one.before?.clauses ?? []), ...(one.after?.clauses ?? [])])].sort((a, b) => a - b),
    }));
}

/**
 * A drawing says nothing its words do not: each shape draws clauses there are, and what is drawn otherwise than in the
 * version before belongs to a clause that reads otherwise.
 */
export function checkDrawing(
  shapes: readonly Shape[],
  clauses: readonly number[],
  before: { shapes: readonly Shape[]; changed: readonly number[] } | null,
): Result<undefined, 'shape_without_clause' | 'shape_without_change'> {
  const stray = shapes.find((one) => !one.clauses.every((no) => clauses.includes(no)));
  if (stray) return refuse('shape_without_clause', { name: stray.name, clause: stray.clauses.join(', ') });
  const silent = before
    ? redrawn(before.shapes, shapes).find((one) => !one.clauses.some((no) => before.changed.includes(no)))
    : undefined;
  return silent ? refuse('shape_without_change', { name: silent.name }) : ok();
}

/**
 * Changed clauses the drawing does not follow: all of them where nothing is drawn otherwise; where something is, those that
 * are drawn and stayed as they were. What draws nothing follows nothing.
 */
export function drawnAsBefore(before: readonly Shape[], after: readonly Shape[], changed: readonly number[]): number[] {
  if (after.length === 0) return [];
  const otherwise = redrawn(before, after);
  if (otherwise.length === 0) return [...changed];
  const drawn = [...before, ...after].flatMap(({ clauses }) => clauses);
  return changed.filter((no) => drawn.includes(no) && !otherwise.some(({ clauses }) => clauses.includes(no)));
}
