import type { Redrawn } from '../rules';
import type { Point } from '../rules/planar';
import { namedBy, type Shape } from '../rules/shapes';

/** A drawing is in tenths of a metre, and north is up. */
export const unit = (mm: number): number => mm / 100;
const at = ([x, y]: Point): string => `${unit(x)} ${unit(-y)}`;

/** The outline or line of a shape as a path of SVG. */
export const pathOf = (points: readonly Point[], closed = false): string =>
  `M${points.map(at).join('L')}${closed ? 'Z' : ''}`;

/** What of the plane is shown, in the units of the drawing. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** So much of what lies around is shown with a plan; and edges lie on whole five metres, so that versions are framed alike. */
const AROUND = 15_000;
const STEP = 5000;
/** No frame is narrower or lower than so much of its other side. */
const LEAST_SIDE = 0.55;

function framing(points: readonly Point[], around: number): Frame {
  const side = (axis: 0 | 1) => {
    const all = points.map((point) => point[axis]);
    const [low, high] = [Math.min(...all) - around, Math.max(...all) + around];
    return [Math.floor(low / STEP) * STEP, Math.ceil(high / STEP) * STEP] as const;
  };
  const [[left, right], [bottom, top]] = [side(0), side(1)];
  const [width, height] = [right - left, top - bottom];
  const [wide, high] = [Math.max(width, height * LEAST_SIDE), Math.max(height, width * LEAST_SIDE)];
  return {
    left: unit(left - (wide - width) / 2),
    top: unit(-top - (high - height) / 2),
    width: unit(wide),
    height: unit(high),
  };
}

/** Around what is planned, with what goes for it; or all of the site, where nothing is. */
export function frameOf(site: readonly Shape[], plans: readonly (readonly Shape[])[]): Frame {
  const planned = plans.flat();
  const points = planned.flatMap((one) => [...one.points, ...(namedBy(one, site)?.points ?? [])]);
  return points.length > 0
    ? framing(points, AROUND)
    : framing(
        site.flatMap((one) => one.points),
        STEP,
      );
}

/** The middle of what can be seen of a shape, where its name stands, and how wide and high that is; null where nothing is. */
export function seenIn(points: readonly Point[], { left, top, width, height }: Frame) {
  const side = (all: number[], from: number, to: number) => {
    const [low, high] = [Math.max(Math.min(...all), from), Math.min(Math.max(...all), to)];
    return low > high ? null : { middle: (low + high) / 2, size: high - low };
  };
  const x = side(
    points.map((point) => unit(point[0])),
    left,
    left + width,
  );
  const y = side(
    points.map((point) => unit(-point[1])),
    top,
    top + height,
  );
  return x && y && { x: x.middle, y: y.middle, wide: x.size, high: y.size };
}

/** A clause that reads otherwise than before, where it is read, and what was changed. */
export interface Changed {
  clause: number;
  href: string;
  notes: readonly string[];
}

export interface Pin {
  clause: number;
  at: Point;
  /** So many stand there already. */
  nth: number;
  /** What it draws otherwise. */
  shapes: Shape[];
}

/** A pin for each clause that reads otherwise, on the first thing it draws otherwise. */
export function pinsOf(
  changes: readonly Redrawn[],
  site: readonly Shape[],
  changed: readonly Pick<Changed, 'clause'>[],
): Pin[] {
  const pins: Pin[] = [];
  for (const { before, after, clauses } of changes) {
    const shape = after ?? before;
    const points = shape && (namedBy(shape, site)?.points ?? shape.points);
    const place = points?.[Math.floor(points.length / 2)];
    if (!shape || !place) continue;
    for (const clause of clauses) {
      const stands = pins.find((pin) => pin.clause === clause);
      if (stands) stands.shapes.push(shape);
      else if (changed.some((one) => one.clause === clause))
        pins.push({ clause, at: place, nth: pins.filter((pin) => pin.at === place).length, shapes: [shape] });
    }
  }
  return pins;
}
