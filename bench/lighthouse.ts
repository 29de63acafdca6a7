// `npm run lighthouse`: what a browser on a slow phone makes of four pages of the board. Below the marks it fails.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkout } from '../scripts/binaries.mjs';
import { findChromium } from '../scripts/chromium.mjs';
import { median, say } from './figures';
import { measuring, openTrial } from './trial';

const version = '12.8.2';
const pages = ['/zhuguang', '/zhuguang/proposals/1', '/zhuguang/proposals/1/plans/1/2', '/zhuguang/figures'];
const marks: Record<string, number> = { performance: 98, accessibility: 100, 'best-practices': 100 };
const runs = 3;
if (process.argv.includes('--help')) {
  say(`npm run lighthouse [-- --build]: lighthouse ${version} (fetched by npx), as on a mobile telephone, the median of ${runs} runs.
Fails below ${Object.entries(marks)
    .map(([name, least]) => `${name} ${least}`)
    .join(', ')}.`);
  process.exit(0);
}
process.chdir(checkout);

/** What lighthouse says of a page, as far as it is read here. */
interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string }[] }>;
  audits: Record<string, { id: string; score: number | null; displayValue?: string }>;
}

/** One look of lighthouse at a page. */
async function look({ url, chromium, output }: { url: string; chromium: string; output: string }): Promise<Report> {
  const flags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm, 'exec']] : ['npm', ['exec']];
  const child = spawn(
    command,
    [
      ...first,
      '--yes',
      `--package=lighthouse@${version}`,
      '--',
      'lighthouse',
      url,
      '--quiet',
      '--output=json',
      `--output-path=${output}`,
      `--only-categories=${Object.keys(marks).join(',')}`,
      `--chrome-flags=${flags.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`lighthouse ended with ${code}\n${said.trim()}`);
  return JSON.parse(fs.readFileSync(output, 'utf8'));
}

const trial = await openTrial({ name: 'lighthouse' });
await measuring([trial], async () => {
  const chromium = await findChromium(say);
  await trial.seed();
  await trial.build();
  const { url } = await trial.web();
  say(`page\t${Object.keys(marks).join('\t')}`);
  const missed: string[] = [];
  for (const page of pages) {
    // The first visit makes the page; everybody after it gets the kept one.
    await (await fetch(url + page)).text();
    const reports: Report[] = [];
    for (let run = 0; run < runs; run += 1)
      reports.push(await look({ url: url + page, chromium, output: path.join(trial.scratch, 'report.json') }));
    const scores = Object.keys(marks).map((name) =>
      median(reports.map((report) => Math.round((report.categories[name]?.score ?? 0) * 100))),
    );
    say(`${page}\t${scores.join('\t')}`);
    for (const [at, [name, least]] of Object.entries(marks).entries()) {
      if (Number(scores[at]) >= least) continue;
      const { categories = {}, audits = {} } = reports[0] ?? {};
      const short = (categories[name]?.auditRefs ?? [])
        .flatMap(({ id }) => audits[id] ?? [])
        .filter(({ score }) => score !== null && score < 1)
        .map(({ id, displayValue }) => `${id}${displayValue ? ` (${displayValue})` : ''}`);
      missed.push(`${page}: ${name} ${scores[at]}, at least ${least}: ${short.join(', ')}`);
    }
  }
  if (missed.length > 0) throw new Error(`missed:\n${missed.join('\n')}`);
});
