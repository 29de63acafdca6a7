import type { Point } from '@/features/siteplan/rules/planar';
import type { Shape } from '@/features/siteplan/rules/shapes';
import { ok, type Result, refuse } from '@/lib/result';

const FARTHEST = 2_000_000;

/** The middle of what a shape covers. */
function middleOf(points: readonly Point[]): Point {
  const side = (axis: 0 | 1) => {
    const all = points.map((point) => point[axis]);
    return Math.floor((Math.min(...all) + Math.max(...all)) / 2);
  };
  return [side(0), side(1)];
}

/** Metres as one types them, at most three decimals, to millimetres. */
function millimetres(text: string): number | null {
  const [, sign = '', metres = '', rest = ''] = /^(-?)(\d{1,5})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  if (metres === '') return null;
  const value = Number(metres) * 1000 + Number(rest.padEnd(3, '0'));
  return sign === '-' && value !== 0 ? -value : value;
}

/** Where a spot is: by the name of a thing that is drawn, or by two figures in metres. */
export function spotOf(said: string, drawn: readonly Shape[]): Result<Point, 'no_such_spot'> {
  const written = said
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/−/gu, '-')
    .trim();
  const thing = drawn.find(({ name, points }) => name === written && points.length > 0);
  if (thing) return ok(middleOf(thing.points));
  const [x = null, y = null, ...more] = written.split(/[\s,、;]+/u).map(millimetres);
  if (x === null || y === null || more.length > 0 || Math.max(Math.abs(x), Math.abs(y)) > FARTHEST)
    return refuse('no_such_spot', { said: written }, { spot: 'no_such_spot' });
  return ok([x, y]);
}
