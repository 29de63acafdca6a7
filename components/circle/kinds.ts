import { type CellKind, type CircleRound, fillKey } from '@/components/circle/geometry';

const ORDER: readonly CellKind[] = ['supports', 'conditional', 'opposes', 'noView', 'reached', 'notReached'];
/** Those of which `reached` is the sum. */
const REACHED: readonly CellKind[] = ['supports', 'conditional', 'opposes', 'noView'];

/** The fillings these rounds use, single ones first, in the order of the legend. */
export function fillings(rounds: readonly CircleRound[]): (readonly CellKind[])[] {
  const cells = rounds.flatMap((round) => round.groups.flatMap((group) => group.arcs.filter((cell) => cell.count > 0)));
  const unlike = new Map(cells.map((cell) => [fillKey(cell.kinds), cell.kinds]));
  const place = (kinds: readonly CellKind[]) => kinds.length * 10 + ORDER.indexOf(kinds[0] ?? 'notReached');
  return [...unlike.values()].sort((a, b) => place(a) - place(b));
}

export function kindsLabel(kinds: readonly CellKind[], names: Record<CellKind, string>, or: string): string {
  return kinds.map((kind) => names[kind]).join(or);
}

/** The columns of the table. `reached` has one of its own only when no round tells more. */
export function columns(rounds: readonly CircleRound[]): CellKind[] {
  const used = new Set(fillings(rounds).flat());
  const parted = REACHED.some((kind) => used.has(kind));
  return ORDER.filter((kind) => (kind === 'reached' ? used.has(kind) && !parted : used.has(kind)));
}

/** The columns a cell stands in: its own kinds, or for `reached` all kinds it is the sum of. */
export function spanned(kinds: readonly CellKind[], shown: readonly CellKind[]): CellKind[] {
  const wanted = kinds.flatMap((kind) => (kind === 'reached' && !shown.includes('reached') ? REACHED : [kind]));
  return shown.filter((kind) => wanted.includes(kind));
}
