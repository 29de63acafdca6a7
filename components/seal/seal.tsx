export type SealProps = {
  /** Two lines, made for two characters each: ['决议', '生效']. Longer words are set smaller. */
  lines: readonly [string, string];
  /** What the seal means, for those who do not see it. */
  label: string;
};

function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1.04 : 0.68), 0);
}

/** A vermilion seal, set by hand and so not quite straight. */
export function Seal({ lines, label }: SealProps) {
  const size = Math.min(27, 60 / Math.max(width(lines[0]), width(lines[1]), 1));
  return (
    <svg className="seal" viewBox="0 0 84 84" role="img" aria-label={label}>
      <g transform="rotate(-3 42 42)">
        <rect x="6" y="6" width="72" height="72" rx="5" strokeWidth="3.4" />
        <text x="42" y={42 - size * 0.17} fontSize={size}>
          {lines[0]}
        </text>
        <text x="42" y={42 + size * 0.97} fontSize={size}>
          {lines[1]}
        </text>
      </g>
    </svg>
  );
}
