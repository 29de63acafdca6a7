import { type CircleGroup, RADIUS, sectors } from '@/components/circle/geometry';

/** Half the width of the drawing: no name reaches further out than this. */
export const HALF_WIDTH = RADIUS + 8;
/** The largest size of a letter here, in elder mode; room is kept for it in every edition. */
const EM = 16;
const LINE = 20;

export type Label = {
  key: string;
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** From the ring straight up or down to the name; left out where the name stands at the ring. */
  leader?: { x: number; from: number; to: number };
};

/** Letters of East Asian width count one em, others little more than half. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.6), 0) * EM;
}

function lines(text: string): string[] {
  const out = [''];
  for (const letter of text) {
    const last = out.length - 1;
    if (textWidth(out[last] + letter) > 2 * HALF_WIDTH) out.push(letter.trimStart());
    else out[last] += letter;
  }
  return out;
}

type Taken = { left: number; right: number; row: number };

/** Names stand above and below the circle, never beside it: there a phone has no room. Returns the height they take. */
export function labels(groups: readonly CircleGroup[]): { labels: Label[]; top: number; bottom: number } {
  const rows = { top: 0, bottom: 0 };
  const taken: { top: Taken[]; bottom: Taken[] } = { top: [], bottom: [] };
  const names = new Map(groups.map((group) => [group.key, group.name]));
  const placed = sectors(groups).flatMap((sector): Label[] => {
    const above = Math.cos(sector.middle) > -1e-9;
    const side = above ? 'top' : 'bottom';
    const text = lines(names.get(sector.key) ?? '');
    const width = Math.max(...text.map(textWidth));
    const ringX = RADIUS * Math.sin(sector.middle);
    const left = Math.max(-HALF_WIDTH, Math.min(HALF_WIDTH - width, ringX - width / 2));
    const box = { left, right: left + width };
    let row = 0;
    while (taken[side].some((t) => t.row >= row && t.row < row + text.length && overlap(t, box))) row++;
    for (let line = 0; line < text.length; line++) taken[side].push({ ...box, row: row + line });
    rows[side] = Math.max(rows[side], row + text.length);

    const edge = (at: number) => RADIUS + 5 + at * LINE;
    const ringY = RADIUS * Math.cos(sector.middle);
    const leader =
      Math.abs(ringY) < RADIUS - 4 || row > 0
        ? { x: ringX, from: above ? -ringY - 2 : -ringY + 2, to: above ? -edge(row) : edge(row) }
        : undefined;
    const anchor = left <= -HALF_WIDTH + 0.01 ? 'start' : box.right >= HALF_WIDTH - 0.01 ? 'end' : 'middle';
    const x = anchor === 'start' ? -HALF_WIDTH + 2 : anchor === 'end' ? HALF_WIDTH - 2 : (box.left + box.right) / 2;
    return text.map((part, line) => ({
      key: `${sector.key}-${line}`,
      text: part,
      x,
      y: above ? -edge(row + text.length - 1 - line) - 4 : edge(row + line) + 14,
      anchor,
      leader: line === 0 ? leader : undefined,
    }));
  });
  return { labels: placed, top: rows.top * LINE + 8, bottom: rows.bottom * LINE + 8 };
}

function overlap(a: { left: number; right: number }, b: { left: number; right: number }): boolean {
  return a.left < b.right + EM / 2 && b.left < a.right + EM / 2;
}
