import fs from 'node:fs';
import path from 'node:path';

/**
 * node:test reporter: failures in full, the rest as numbers and as seconds of each test, written to the file named by
 * TONGXIN_COUNTS: `{ passed, failed, skipped, took: { name, seconds }[], failures: { name, error }[] }`. Whatever happens
 * is a sign of life.
 */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0, took: [], failures: [] };
  const noise = new Map();
  const place = (data) => (data.file ? path.relative(process.cwd(), data.file) : '');
  for await (const { type, data } of events) {
    process.send?.('on');
    if (type === 'test:stderr' || type === 'test:stdout') {
      noise.set(data.file, (noise.get(data.file) ?? '') + data.message);
      continue;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    // A file that holds no test is reported as one that passed.
    if (type === 'test:pass' && fs.existsSync(data.name)) continue;
    counts.took.push({ name: `${place(data)} ${data.name}`, seconds: (data.details?.duration_ms ?? 0) / 1000 });
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else {
      const error = data.details?.error;
      const cause = error?.cause ?? error;
      // The parent of a failed subtest fails too; the subtest alone is counted and shown.
      if (error?.failureType === 'subtestsFailed') continue;
      counts.failed += 1;
      counts.failures.push({ name: `${place(data)} ${data.name}`, error: String(cause?.message ?? cause ?? '') });
      yield `\n✗ ${data.name}  ${place(data)}\n${cause?.stack ?? cause ?? ''}\n`;
      if (noise.has(data.file)) yield `${noise.get(data.file)}\n`;
      noise.delete(data.file);
    }
  }
  if (process.env.TONGXIN_COUNTS) fs.writeFileSync(process.env.TONGXIN_COUNTS, JSON.stringify(counts));
}
