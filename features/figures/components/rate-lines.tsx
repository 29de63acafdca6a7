import type { RateName } from '../rules';

interface Point {
  /** Under it. */
  label: string;
  /** n of d, as it is written beside it. */
  text: string;
  /** In thousandths. */
  share: number;
}

export interface Line {
  name: RateName;
  title: string;
  points: readonly Point[];
}

/** So much of the scale below the lowest point, in thousandths. */
const STEP = 50;

/** Where the scale begins, in thousandths: it is printed. */
export const baselineOf = (lines: readonly Line[]): number => {
  const least = Math.min(1000, ...lines.flatMap(({ points }) => points.map(({ share }) => share)));
  return Math.max(0, Math.floor(least / STEP) * STEP - STEP);
};

function Mark({ name, x, y }: { name: RateName; x: number; y: number }) {
  if (name === 'response') return <circle className="line-mark" cx={x} cy={y} r="5" />;
  if (name === 'resolution')
    return <rect className="line-mark line-mark-open" x={x - 5} y={y - 5} width="10" height="10" />;
  return <path className="line-mark" d={`M${x} ${y - 6}l6 11h-12z`} />;
}

/** Months from left to right, or on a telephone from above; n of d at each point, the baseline printed. */
export function RateLine({ line, base, say, upright }: { line: Line; base: number; say: string; upright?: boolean }) {
  const { name, points } = line;
  const across = upright ? 200 : 70;
  const along = upright ? 34 : Math.min(110, Math.floor(880 / Math.max(points.length, 1)));
  const size = points.length * along;
  const place = (share: number) => Math.round(((share - base) / Math.max(1000 - base, 1)) * across);
  const at = points.map(({ share }, index) => {
    const middle = index * along + along / 2;
    return upright ? { x: 60 + place(share), y: middle } : { x: middle, y: 20 + across - place(share) };
  });
  const box = upright ? `0 0 340 ${size}` : `0 0 ${size} ${across + 64}`;
  const [full, least] = [upright ? 60 + across : 20, upright ? 60 : 20 + across];
  const rule = (where: number) => (upright ? `M${where} 0V${size}` : `M0 ${where}H${size}`);
  return (
    <svg className={upright ? 'line line-upright' : 'line line-level'} viewBox={box} role="img" aria-label={say}>
      <path className="line-full" d={rule(full)} />
      <path className="line-base" d={rule(least)} />
      <path
        className={`line-way line-${name}`}
        d={at.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
      />
      {points.map((point, index) => {
        const { x, y } = at[index] ?? { x: 0, y: 0 };
        return (
          <g key={point.label}>
            <Mark name={name} x={x} y={y} />
            <text x={upright ? 0 : x} y={upright ? y + 5 : across + 58} textAnchor={upright ? 'start' : 'middle'}>
              {point.label}
            </text>
            <text
              x={upright ? 340 : x}
              y={upright ? y + 5 : y + 30 > least ? y - 12 : y + 24}
              textAnchor={upright ? 'end' : 'middle'}
            >
              {point.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** How many there were, month by month from above: the number stands beside its bar. Null: one or two, and no bar. */
export function Bars({
  bars,
  say,
}: {
  bars: readonly { label: string; value: number | null; text: string }[];
  say: string;
}) {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <svg className="line bars" viewBox={`0 0 340 ${bars.length * 30}`} role="img" aria-label={say}>
      {bars.map(({ label, value, text }, at) => (
        <g key={label}>
          <text x="0" y={at * 30 + 20}>
            {label}
          </text>
          <text x="130" y={at * 30 + 20} textAnchor="end">
            {text}
          </text>
          <rect className="meter-value" x="142" y={at * 30 + 9} width={((value ?? 0) / most) * 198} height="12" />
        </g>
      ))}
    </svg>
  );
}
