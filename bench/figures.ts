/** The figure below which this share of all lies; 0.5: the median. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What was given as `--name figure` on the command line. */
export function given(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? Number(process.argv[at + 1]) : usual;
}
