import { Meter } from '@/components/data/meter';

/** Cells of a column, and how many there are at most: more are a bar. */
const ROWS = 4;
const MOST = 260;

/** One cell for each of them, those that count filled, from the left and from above; of very many a bar. */
export function Counted({ id, value, max, label }: { id: string; value: number; max: number; label: string }) {
  if (max > MOST || max < 1) return <Meter value={value} max={max} label={label} />;
  const columns = Array.from({ length: Math.ceil(max / ROWS) }, (_, at) => {
    const here = Math.min(ROWS, max - at * ROWS);
    return { at, here, full: Math.min(here, Math.max(0, Math.floor(value) - at * ROWS)) };
  });
  const block = (at: number, from: number, rows: number) =>
    rows > 0 ? `M${at * 10} ${from * 10}h10v${rows * 10}h-10z` : '';
  return (
    <svg
      className="counted"
      viewBox={`0 0 ${Math.max(columns.length, 24) * 10} ${ROWS * 10}`}
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id={`${id}-full`} width="10" height="10" patternUnits="userSpaceOnUse">
          <rect className="counted-full" x="1" y="1" width="8" height="8" />
        </pattern>
        <pattern id={`${id}-rest`} width="10" height="10" patternUnits="userSpaceOnUse">
          <path className="counted-rest" d="M1.5 1.5h7v7h-7zM1.5 4h7M1.5 6.5h7" />
        </pattern>
      </defs>
      <path fill={`url(#${id}-full)`} d={columns.map(({ at, full }) => block(at, 0, full)).join('')} />
      <path fill={`url(#${id}-rest)`} d={columns.map(({ at, here, full }) => block(at, full, here - full)).join('')} />
    </svg>
  );
}
