export type MeterProps = {
  value: number;
  max: number;
  /** What it says in words, of how many: "走访了28户中的19户". */
  label: string;
  /** Jade means agreement and nothing else. */
  tone?: 'plain' | 'jade';
  /** A threshold, drawn as a mark, in the unit of `max`. */
  threshold?: number;
};

/** A bar. The words beside it carry the number; the bar only shows it. */
export function Meter({ value, max, label, tone = 'plain', threshold }: MeterProps) {
  const part = (count: number) => (max > 0 ? Math.min(1000, Math.max(0, (count / max) * 1000)) : 0);
  return (
    <svg
      className={tone === 'jade' ? 'meter meter-jade' : 'meter'}
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect className="meter-track" width="1000" height="10" />
      <rect className="meter-value" width={part(value)} height="10" />
      {threshold !== undefined && (
        <>
          <rect className="meter-halo" x={part(threshold) - 6} width="12" height="10" />
          <rect className="meter-mark" x={part(threshold) - 2} width="4" height="10" />
        </>
      )}
    </svg>
  );
}
