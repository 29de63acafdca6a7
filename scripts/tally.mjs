import fs from 'node:fs';

/** The slowest tests are named, so many of them. */
const named = 10;
const inSeconds = (seconds) => `${seconds.toFixed(1)} s`;

/** What comes of a run: how many tests passed and failed, the seconds of each stage, the slowest tests. */
export function tally() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const stages = [];
  const took = [];

  return {
    total,
    /** One stage that is no test file and has come to its end. */
    ended: (name, seconds) => stages.push(`${name} ${seconds.toFixed(0)} s`),
    /** Adds what a reporter wrote: `{ passed, failed, skipped, took: { name, seconds }[] }`; nothing when it did not. */
    add(file) {
      const nothing = { passed: 0, failed: 0, skipped: 0, took: [] };
      const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : nothing;
      for (const key of Object.keys(total)) total[key] += counts[key];
      took.push(...counts.took);
      return counts;
    },
    /** The last lines of the run. */
    lines() {
      const slowest = took.sort((a, b) => b.seconds - a.seconds).slice(0, named);
      return [
        `stages: ${stages.join(', ')}`,
        ...(slowest.length > 0 ? ['slowest tests:'] : []),
        ...slowest.map(({ name, seconds }) => `  ${inSeconds(seconds).padStart(8)}  ${name}`),
        `${total.passed} passed, ${total.failed} failed`,
      ];
    },
  };
}
