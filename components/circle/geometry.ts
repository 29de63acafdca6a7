import { scaleLinear } from 'd3-scale';

/** What a household said, or that it could not be reached. While a round is open only `reached` and `notReached`. */
export type CellKind = 'supports' | 'conditional' | 'opposes' | 'noView' | 'reached' | 'notReached';

/** A count of households. Several kinds: cells too small to be shown apart, joined. */
export type CircleCell = { kinds: readonly CellKind[]; count: number };
export type CircleRound = {
  label: string;
  /** Stands in the ring: 一, 二, or 1, 2. */
  mark?: string;
  groups: readonly { key: string; arcs: readonly CircleCell[] }[];
};
export type CircleGroup = { key: string; name: string; households: number };

/** Angles in radians clockwise from the top; radii in units of the drawing, whose outer ring has RADIUS. */
export type Arc = CircleCell & {
  round: number;
  group: string;
  innerRadius: number;
  outerRadius: number;
  startAngle: number;
  endAngle: number;
};

export const RADIUS = 120;
const CENTRE = 34;
const RING = 24;
const RING_GAP = 3;
/** Half the room between two sectors; the first boundary also bears the marks of the rounds. */
const HALF_GAP = 1.6;
const HALF_MARK_GAP = 7;

export type Sector = { key: string; start: number; end: number; middle: number; households: number };

/**
 * One sector per group, as wide as it has households. The first group's middle is at the top, so of two groups one
 * stands above the other; one group alone goes all round, from the right.
 */
export function sectors(groups: readonly CircleGroup[]): Sector[] {
  const total = groups.reduce((sum, group) => sum + group.households, 0);
  const angle = scaleLinear([0, total], [0, 2 * Math.PI]);
  const turn = groups.length === 1 ? Math.PI / 2 : -angle((groups[0]?.households ?? 0) / 2);
  let before = 0;
  return groups.map(({ key, households }) => {
    const start = turn + angle(before);
    before += households;
    const end = turn + angle(before);
    return { key, start, end, middle: groups.length === 1 ? 0 : (start + end) / 2, households };
  });
}

/** The radii of ring i of n, from outside in. */
export function ring(index: number, count: number): { innerRadius: number; outerRadius: number; middle: number } {
  const step = Math.min(RING, (RADIUS - CENTRE) / Math.max(count, 1));
  const outerRadius = RADIUS - index * step;
  const innerRadius = outerRadius - step + RING_GAP;
  return { innerRadius, outerRadius, middle: (innerRadius + outerRadius) / 2 };
}

/** The angle at which the marks of the rounds stand: the boundary after the first group. */
export function markAngle(all: readonly Sector[]): number {
  return all[0]?.end ?? 0;
}

/**
 * Every arc of the drawing. Within a ring the arcs of a group share its sector by their counts, in the order given.
 * When `agreed`, the last ring has no gaps between its sectors: the circle closes.
 */
export function arcs(rounds: readonly CircleRound[], groups: readonly CircleGroup[], agreed: boolean): Arc[] {
  const all = sectors(groups);
  return rounds.flatMap((round, index) => {
    const { innerRadius, outerRadius, middle } = ring(index, rounds.length);
    const closed = agreed && index === rounds.length - 1;
    const gap = closed ? 0 : HALF_GAP / middle;
    const markGap = closed ? 0 : HALF_MARK_GAP / middle;
    return all.flatMap((sector, place) => {
      const cells = round.groups.find((group) => group.key === sector.key)?.arcs.filter((cell) => cell.count > 0) ?? [];
      const sum = cells.reduce((total, cell) => total + cell.count, 0);
      const start = sector.start + (place === 1 || all.length === 1 ? markGap : gap);
      const end = sector.end - (place === 0 ? markGap : gap);
      const share = scaleLinear([0, Math.max(sum, 1)], [start, Math.max(start, end)]);
      const shown = sum > 0 ? cells : [{ kinds: ['notReached'] as const, count: 0 }];
      let before = 0;
      return shown.map((cell): Arc => {
        const startAngle = share(before);
        before += cell.count;
        const endAngle = sum > 0 ? share(before) : end;
        return { ...cell, round: index, group: sector.key, innerRadius, outerRadius, startAngle, endAngle };
      });
    });
  });
}

/** What tells one filling from another: "conditional+opposes". */
export function fillKey(kinds: readonly CellKind[]): string {
  return kinds.join('+');
}
