// `npm run bench:beside -- CHECKOUT`: this checkout beside another of the project, by turns on the same machine in the same run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { checkout } from '../scripts/binaries.mjs';
import { given, median, say } from './figures';
import { type Load, load } from './load';
import { cpuOf, memoryOf, peakOf } from './processes';
import { actIn, cookiesOf, madeForOne, settleVisitors, settleWriters } from './rooms';
import { throwOn } from './throwing';

const other = process.argv.slice(3).find((word) => path.isAbsolute(word));
if (!other || process.argv.includes('--help')) {
  say(`npm run bench:beside -- /another/checkout [--rounds 3 --seconds 5 --only me]: pages made for whoever asks, acts and memory of both,
by turns; each with a demonstration of its own. The other has its libraries, and a build in .next-test.`);
  process.exit(0);
}
process.chdir(checkout);
const seconds = given('seconds', 5);
const rounds = given('rounds', 3);
const at = process.argv.indexOf('--only');
const wanted = at > 0 ? process.argv[at + 1] : undefined;
const wants = (part: string) => wanted === undefined || wanted === part;

/** A demonstration and a server of a checkout, by its own scripts. */
async function openSide(folder: string) {
  const script = (name: string) => import(pathToFileURL(path.join(folder, 'scripts', name)).href);
  const { startDatabase, freePort } = await script('database.mjs');
  const { commands, hurried, listening, newSecrets, openLog, runNode, startNode, stopAll } = await script('stack.mjs');
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-beside-'));
  const database = await startDatabase({ dir: path.join(scratch, 'postgres'), durable: true, passing: true });
  const port = await freePort();
  const env = {
    DATABASE_URL: database.url,
    TONGXIN_SEED_URL: database.seedUrl,
    TONGXIN_MODE: 'demonstration',
    TONGXIN_DATA: path.join(scratch, 'data'),
    TONGXIN_DIST: '.next-test',
    TONGXIN_HOST: '127.0.0.1',
    TONGXIN_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    NODE_ENV: 'production',
    ...hurried,
    ...newSecrets(),
  };
  for (const step of [commands.migrate, commands.seed]) {
    const { code, said } = await runNode(step, env);
    if (code !== 0) throw new Error(`${folder}\n${said}`);
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await settleWriters(client);
  await settleVisitors(client);
  await client.end();
  const web = startNode(commands.web, env, { output: openLog(path.join(scratch, 'web.log')) });
  await listening(web);
  return {
    port,
    web: web.pid as number,
    postmaster: database.pid as number,
    async end() {
      await stopAll();
      await database.stop();
      fs.rmSync(scratch, { recursive: true, force: true });
    },
  };
}

type Side = Awaited<ReturnType<typeof openSide>>;

interface Found extends Load {
  /** Milliseconds of processor for each answer. */
  web: number;
  database: number;
}

async function counted(side: Side, work: () => Promise<Load>): Promise<Found> {
  const before = [cpuOf(side.web), cpuOf(side.postmaster)] as const;
  const found = await work();
  const [web, database] = [cpuOf(side.web) - before[0], cpuOf(side.postmaster) - before[1]];
  return { ...found, web: web / found.count, database: database / found.count };
}

const figures = ['perSecond', 'p50', 'p99', 'web', 'database'] as const;

/** The same work of both by turns, so often; the medians beside each other. */
async function both(name: string, sides: readonly Side[], work: (side: Side) => Promise<Load>): Promise<void> {
  const found: Found[][] = sides.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [n, side] of sides.entries()) found[n]?.push(await counted(side, () => work(side)));
  const middle = found.map((all) => figures.map((figure) => median(all.map((one) => one[figure]))));
  const [before = [], now = []] = middle;
  const ratio = figures.map((_, n) => ((now[n] ?? 0) / (before[n] ?? 1)).toFixed(2));
  say([name, ...middle.map((all) => all.map((one) => one.toFixed(1)).join(' ')), ratio.join(' ')].join('\t'));
}

/** The most memory under pages and acts, then with uploads, then a minute later. */
async function memory(name: string, side: Side): Promise<void> {
  const begin = memoryOf(side.web);
  const most = peakOf(side.web);
  for (const [who, address] of Object.values(madeForOne))
    await load({ port: side.port, path: address, cookies: await cookiesOf(side.port, who), seconds });
  await actIn(side.port, seconds, 10);
  const plain = most();
  const again = peakOf(side.web);
  await throwOn(side.port, seconds * 2);
  const uploads = again();
  await sleep(60_000);
  const all = [begin, plain, uploads, memoryOf(side.web)].map((one) => one.toFixed(0));
  say(`${name}: memory in MB at first, under pages and acts, with uploads, a minute later: ${all.join(', ')}`);
}

say(
  `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}, load ${os.loadavg().map((one) => one.toFixed(1))}`,
);
const sides = [await openSide(path.resolve(other)), await openSide(checkout)];
let code = 0;
try {
  say(`what\tthe other: ${figures.join(' ')}\there\tratio`);
  if (wants('pages'))
    for (const [name, [who, address]] of Object.entries(madeForOne)) {
      const cookies = await Promise.all(sides.map(({ port }) => cookiesOf(port, who)));
      const read = (side: Side, n: number) =>
        load({ port: side.port, path: address, cookies: cookies[sides.indexOf(side)], seconds: n });
      for (const side of sides) await read(side, 2);
      await both(name, sides, (side) => read(side, seconds));
    }
  if (wants('acts'))
    for (const communities of [1, 10])
      await both(`acts into ${communities}`, sides, (side) => actIn(side.port, seconds, communities));
  if (wants('memory')) for (const [n, side] of sides.entries()) await memory(n === 0 ? 'the other' : 'here', side);
  say(`load ${os.loadavg().map((one) => one.toFixed(1))}`);
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  code = 1;
}
for (const side of sides) await side.end();
process.exit(code);
