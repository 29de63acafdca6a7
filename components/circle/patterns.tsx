import { type CellKind, fillKey } from '@/components/circle/geometry';

const FILL: Record<CellKind, string> = {
  supports: 'fill-supports',
  conditional: 'fill-conditional',
  opposes: 'fill-opposes',
  noView: 'fill-no-view',
  reached: 'fill-reached',
  notReached: 'fill-not-reached',
};

export function fillOf(id: string, kinds: readonly CellKind[]): string {
  return `url(#${id}-${fillKey(kinds).replaceAll('+', '-')})`;
}

/** Told apart by hatching as well as by colour: plain, slanted, crossed, dotted, level, empty; joined ones in stripes. */
export function Pattern({ id, kinds }: { id: string; kinds: readonly CellKind[] }) {
  const name = `${id}-${fillKey(kinds).replaceAll('+', '-')}`;
  const [kind] = kinds;
  if (kinds.length > 1) {
    const width = kinds.length * 4;
    return (
      <pattern id={name} width={width} height={width} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        {kinds.map((each, index) => (
          <rect key={each} className={FILL[each]} x={index * 4} width={4} height={width} />
        ))}
      </pattern>
    );
  }
  return (
    <pattern id={name} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={TURN[kind ?? 'notReached']}>
      <rect className={FILL[kind ?? 'notReached']} width="6" height="6" />
      {kind === 'conditional' && <path className="hatch" d="M0 3H6" strokeWidth="1.7" />}
      {kind === 'opposes' && <path className="hatch" d="M0 3H6M3 0V6" strokeWidth="0.8" />}
      {kind === 'noView' && <circle className="hatch-dark" cx="3" cy="3" r="0.9" />}
      {kind === 'reached' && <path className="hatch" d="M0 3H6" strokeWidth="0.6" />}
    </pattern>
  );
}

const TURN: Record<CellKind, string | undefined> = {
  supports: undefined,
  conditional: 'rotate(-45)',
  opposes: 'rotate(45)',
  noView: 'rotate(45)',
  reached: undefined,
  notReached: undefined,
};
