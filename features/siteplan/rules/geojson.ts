import type { Point } from './planar';
import { type Fault, faultOf, type Kind, type Shape, SITE_KINDS, type Wrong } from './shapes';

/** What is taken for a table of lines and what for GeoJSON. */
export const isGeoJson = (text: string): boolean => text.trimStart().startsWith('{');

type Raw = Record<string, unknown>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Metres as a number to whole millimetres; finer ones are rounded. */
const placed = (value: unknown): Point | null => {
  const [x, y] = Array.isArray(value) ? value : [];
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? [Math.round(x * 1000), Math.round(y * 1000)]
    : null;
};

/** The places of a geometry; an outline comes back to its beginning there, and does not here. */
function placesOf(geometry: unknown): Point[] | null {
  if (geometry === null || geometry === undefined) return [];
  if (!isRecord(geometry)) return null;
  const { type, coordinates } = geometry;
  const rings = Array.isArray(coordinates) ? coordinates : [];
  const given =
    type === 'Point'
      ? [coordinates]
      : type === 'LineString'
        ? rings
        : type === 'Polygon' && rings.length === 1
          ? rings[0]
          : null;
  if (!Array.isArray(given)) return null;
  const places = given.map(placed);
  if (places.includes(null)) return null;
  const all = places.flatMap((one) => (one === null ? [] : [one]));
  const [first, last] = [all[0], all.at(-1)];
  const returns = type === 'Polygon' && all.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return returns ? all.slice(0, -1) : all;
}

/** A compound is no smaller than two metres either way: one that seems to be has its places in degrees. */
const LEAST_SITE = 2;

function areDegrees(features: readonly unknown[]): boolean {
  const sides: [number[], number[]] = [[], []];
  const gather = (coordinates: unknown, depth: number): void => {
    if (!Array.isArray(coordinates) || depth > 4) return;
    const [x, y] = coordinates;
    if (typeof x === 'number' && typeof y === 'number') {
      sides[0].push(x);
      sides[1].push(y);
    } else for (const one of coordinates) gather(one, depth + 1);
  };
  for (const one of features) if (isRecord(one) && isRecord(one.geometry)) gather(one.geometry.coordinates, 0);
  const isNarrow = (all: readonly number[]) =>
    all.reduce((most, one) => Math.max(most, one)) - all.reduce((least, one) => Math.min(least, one)) < LEAST_SITE;
  return sides[0].length > 2 && sides.every(isNarrow);
}

const numberIn = (value: unknown): number => (value === undefined || value === null ? 0 : Number(value));

function shapeOf(feature: unknown, kinds: readonly Kind[]): { shape: Shape } | { fault: Fault; said: string } {
  const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : {};
  const name = String(properties.name ?? '');
  const kind = kinds.find((one) => one === properties.kind);
  if (!kind) return { fault: 'kind', said: String(properties.kind ?? '') };
  const points = isRecord(feature) ? placesOf(feature.geometry) : null;
  if (points === null) return { fault: 'place', said: name };
  const clauses = Array.isArray(properties.clauses) ? properties.clauses.map(numberIn) : [];
  const [width, steps] = [Math.round(numberIn(properties.width) * 1000), numberIn(properties.steps)];
  if (!Number.isSafeInteger(width)) return { fault: 'width', said: name };
  if (!Number.isSafeInteger(steps)) return { fault: 'steps', said: name };
  if (clauses.some((no) => !Number.isInteger(no) || no < 1 || no > 999)) return { fault: 'clause', said: name };
  const shape: Shape = { kind, name, points, width, steps, clauses };
  const fault = faultOf(shape);
  return fault ? { fault, said: name } : { shape };
}

/**
 * A FeatureCollection in metres, each feature with the `kind` and `name` of what it is, a path with its `width`. Wrong ones
 * are told by their place in it, from 1. Null: it is none.
 */
export function shapesInGeoJson(text: string, kinds: readonly Kind[]) {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(read) || read.type !== 'FeatureCollection' || !Array.isArray(read.features)) return null;
  const [shapes, lines, wrong]: [Shape[], number[], Wrong[]] = [[], [], []];
  for (const [at, feature] of read.features.entries()) {
    const found = shapeOf(feature, kinds);
    if ('fault' in found) wrong.push({ line: at + 1, ...found });
    else {
      shapes.push(found.shape);
      lines.push(at + 1);
    }
  }
  return { shapes, lines, wrong, inDegrees: kinds === SITE_KINDS && areDegrees(read.features) };
}
