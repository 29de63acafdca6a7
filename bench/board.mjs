// `npm run bench`: board pages with 2,100 households and 300 proposals beside a bare handler, in one run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { installMissing } from '../scripts/install.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
if (process.argv.includes('--help')) {
  say(
    `npm run bench [-- --seconds 5 --pairs 10000]: board pages kept and rendered each time, beside a bare node:http + pg
handler; then the same page while it is written to, a second instance, and reads right after writes. Fails on a missed ratio.`,
  );
  process.exit(0);
}
installMissing(say);
const { checkout } = await import('../scripts/binaries.mjs');
const { startDatabase, freePort } = await import('../scripts/database.mjs');
const { commands, hurried, listening, newSecrets, openLog, runNode, startNode, stopAll } = await import(
  '../scripts/stack.mjs'
);
const { load } = await import('./load.mjs');
const { delayElsewhere, readWhileWriting, slowComments, writeThenRead } = await import('./writes.mjs');

process.chdir(checkout);
const given = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? Number(process.argv[at + 1]) : usual;
};
const seconds = given('seconds', 5);
const pairs = given('pairs', 10_000);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-bench-'));
const database = await startDatabase({ dir: path.join(scratch, 'postgres'), durable: true });
const env = {
  DATABASE_URL: database.url,
  TONGXIN_SEED_URL: database.seedUrl,
  TONGXIN_MODE: 'demonstration',
  TONGXIN_DATA: path.join(scratch, 'data'),
  TONGXIN_DIST: '.next-test',
  NODE_ENV: 'production',
  ...hurried,
  ...newSecrets(),
};

async function must(args, what) {
  const { code, said } = await runNode(args, env);
  if (code !== 0) throw new Error(`${what} failed\n${said}`);
}

/** 299 more proposals, so that lists have something to list; words are invented. */
async function fill() {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`insert into proposal (community_id, no, kind, state, title, place, problem, author_id, submitted_at)
    select c.id, coalesce((select max(no) from proposal where community_id = c.id), 0) + n, 'other', 'submitted',
      '第' || n || '件小事', '第' || n % 22 + 1 || '号楼', '为了测量编的提案，第' || n || '件', (select min(id) from person), moment()
    from community c, generate_series(1, 299) n where c.slug = 'zhuguang'`);
  await client.query('analyze');
  await client.end();
}

const webOn = async (more) => {
  const port = await freePort();
  const web = startNode(
    commands.web,
    { ...env, ...more, PORT: String(port), TONGXIN_HOST: '127.0.0.1', TONGXIN_URL: `http://127.0.0.1:${port}` },
    { output: openLog(path.join(scratch, `web-${port}.log`)) },
  );
  await listening(web);
  return port;
};

/** Statements of the last render of a page, from the log. */
function statements(port, address) {
  const lines = fs.readFileSync(path.join(scratch, `web-${port}.log`), 'utf8').split('\n');
  const made = lines.filter((line) => line.includes(`"path":"${address}"`));
  return JSON.parse(made.at(-1) ?? '{}').queries;
}

async function measure() {
  say('database: ready, migrating and living through the story');
  await must(commands.migrate, 'migration');
  await must(commands.seed, 'seed');
  await fill();
  if (!fs.existsSync('.next-test/BUILD_ID') || process.argv.includes('--build')) await must(commands.build, 'build');
  const bare = startNode([path.join('bench', 'bare.mjs')], env);
  const barePort = await listening(bare);
  const port = await webOn({});
  const other = await webOn({});
  const never = await webOn({ TONGXIN_BOARD: 'never-kept' });
  const run = async (target) => {
    await load({ ...target, seconds: 1 });
    const found = await load({ ...target, seconds });
    if (found.bad > 0) throw new Error(`${target.path}: ${found.bad} answers were not 200`);
    return found;
  };
  const yardstick = await run({ port: barePort, path: '/' });
  const row = (name, found, ...more) =>
    say([name, ...[found.perSecond, found.p50, found.p99].map((figure) => figure.toFixed(1)), ...more].join('\t'));
  say(['page', 'requests/s', 'p50 ms', 'p99 ms', 'statements', 'of bare', 'times dynamic'].join('\t'));
  row('bare node:http + pg, list', yardstick, 1, '1.00');
  const missed = [];
  for (const [name, address] of [
    ['proposal page', '/zhuguang/proposals/1'],
    ['proposal list', '/zhuguang/proposals'],
    ['community home', '/zhuguang'],
    ['cases list', '/zhuguang/cases'],
  ]) {
    const dynamic = await run({ port: never, path: address });
    const kept = await run({ port, path: address });
    const [ofBare, times] = [kept.perSecond / yardstick.perSecond, kept.perSecond / dynamic.perSecond];
    row(
      `${name}, rendered each time`,
      dynamic,
      statements(never, address),
      (dynamic.perSecond / yardstick.perSecond).toFixed(2),
    );
    row(`${name}, kept`, kept, 0, ofBare.toFixed(2), times.toFixed(1));
    if (ofBare < 0.5 || times < 8)
      missed.push(`${name}: ${ofBare.toFixed(2)} of bare, ${times.toFixed(1)} times dynamic`);
  }
  const busy = await readWhileWriting({ port, seconds: seconds * 2 });
  row(`proposal page with ${busy.writes} writes to it`, busy);
  if (busy.p99 >= 150) missed.push(`p99 ${busy.p99.toFixed(0)} ms while writing`);
  const elsewhere = await delayElsewhere({ port, other, times: 200 });
  say(
    `a second instance shows a write after (ms): p50 ${elsewhere.p50.toFixed(1)}, p99 ${elsewhere.p99.toFixed(1)}, most ${elsewhere.most.toFixed(1)}`,
  );
  if (elsewhere.p99 > 100 || elsewhere.most > 1000) missed.push('the second instance is late');
  const read = await slowComments(database.url, 20, () => writeThenRead({ port, pairs }));
  const { stale } = read;
  say(
    `write, then read on the same instance, page made slow by 20 ms: ${stale} stale of ${read.pairs} pairs in ${read.seconds.toFixed(0)} s`,
  );
  if (stale > 0) missed.push(`${stale} stale reads`);
  if (missed.length > 0) throw new Error(`missed:\n${missed.join('\n')}`);
}

let code = 0;
try {
  await measure();
} catch (error) {
  say(error.message);
  code = 1;
}
await stopAll();
await database.stop();
fs.rmSync(scratch, { recursive: true, force: true });
process.exit(code);
