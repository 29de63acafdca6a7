import { scaleLinear } from 'd3-scale';

const [WIDTH, HEIGHT, EDGE] = [160, 34, 4];

interface Props {
  /** In thousandths, the oldest first; two and more. */
  shares: readonly number[];
  /** Where the scale begins, in thousandths. */
  base: number;
  /** The same in words. */
  label: string;
}

/** A year at a glance: a line, its last point filled, all of them dotted above. The numbers stand beside it. */
export function Trend({ shares, base, label }: Props) {
  const x = scaleLinear([0, Math.max(1, shares.length - 1)], [EDGE, WIDTH - EDGE]);
  const y = scaleLinear([base, 1000], [HEIGHT - EDGE, EDGE]);
  const at = shares.map((share, index) => [Math.round(x(index)), Math.round(y(share))] as const);
  const [last = [0, 0]] = at.slice(-1);
  return (
    <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className="line-full" d={`M0 ${EDGE}H${WIDTH}`} />
      <path
        className="line-way"
        d={at.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.join(' ')}`).join('')}
      />
      <circle className="line-mark" cx={last[0]} cy={last[1]} r="3.4" />
    </svg>
  );
}
