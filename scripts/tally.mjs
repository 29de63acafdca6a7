import fs from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** The slowest tests and files are named, so many of them. */
const named = 10;
const slowest = (took) =>
  [...took]
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, named)
    .map(({ name, seconds }) => `  ${`${seconds.toFixed(1)} s`.padStart(8)}  ${name}`);

/** The name of a test begins with its file. */
function byFile(took) {
  const files = new Map();
  for (const { name, seconds } of took) {
    const [file] = name.split(/[: ]/, 1);
    files.set(file, (files.get(file) ?? 0) + seconds);
  }
  return [...files].map(([name, seconds]) => ({ name, seconds }));
}

/** As much of what went wrong as its first lines of words tell, on one line. */
const told = (error) => stripVTControlCharacters(error).replace(/\s+/g, ' ').trim().slice(0, 500);

/** What comes of a run: how many tests passed and failed, the seconds of each stage, the slowest tests and files. */
export function tally() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const stages = [];
  const took = [];
  const failures = [];

  return {
    total,
    /** One stage that is no test file and has come to its end. */
    ended: (name, seconds) => stages.push(`${name} ${seconds.toFixed(0)} s`),
    /** One thing that failed and that no reporter counts. */
    failed(name, error) {
      total.failed += 1;
      failures.push({ name, error });
    },
    /**
     * Adds what a reporter wrote: `{ passed, failed, skipped, took: { name, seconds }[], failures: { name, error }[] }`;
     * nothing when it did not.
     */
    add(file) {
      const nothing = { passed: 0, failed: 0, skipped: 0, took: [], failures: [] };
      const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : nothing;
      for (const key of Object.keys(total)) total[key] += counts[key];
      took.push(...counts.took);
      failures.push(...counts.failures);
      return counts;
    },
    /** The last lines of the run: whoever sees only these knows what failed. */
    lines() {
      return [
        `stages: ${stages.join(', ')}`,
        ...(took.length > 0 ? ['slowest tests:', ...slowest(took), 'slowest files:', ...slowest(byFile(took))] : []),
        ...(failures.length > 0 ? ['failed:', ...failures.map(({ name, error }) => `  ${name}: ${told(error)}`)] : []),
        `${total.passed} passed, ${total.failed} failed`,
      ];
    },
  };
}
