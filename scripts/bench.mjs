// `npm run bench`: board pages with 2,100 households and 300 proposals beside a bare handler, in one run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { installMissing } from './install.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
if (process.argv.includes('--help')) {
  say(
    'npm run bench [-- --seconds 5]: requests/s, p50, p99 and statements of board pages, beside a bare node:http + pg handler',
  );
  process.exit(0);
}
installMissing(say);
const { checkout } = await import('./binaries.mjs');
const { startDatabase, freePort } = await import('./database.mjs');
const { commands, listening, newSecrets, openLog, runNode, startNode, stopAll } = await import('./stack.mjs');
const { load } = await import('./load.mjs');

process.chdir(checkout);
const at = process.argv.indexOf('--seconds');
const seconds = at > 0 ? Number(process.argv[at + 1]) : 5;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-bench-'));
const database = await startDatabase({ dir: path.join(scratch, 'postgres'), durable: true });
const env = {
  DATABASE_URL: database.url,
  TONGXIN_SEED_URL: database.seedUrl,
  TONGXIN_MODE: 'demonstration',
  TONGXIN_DATA: path.join(scratch, 'data'),
  TONGXIN_DIST: '.next-test',
  NODE_ENV: 'production',
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

async function measure() {
  say('database: ready, migrating and living through the story');
  await must(commands.migrate, 'migration');
  await must(commands.seed, 'seed');
  await fill();
  if (!fs.existsSync('.next-test/BUILD_ID') || process.argv.includes('--build')) await must(commands.build, 'build');
  const log = path.join(scratch, 'web.log');
  const output = openLog(log);
  const web = startNode(
    commands.web,
    { ...env, PORT: String(await freePort()), TONGXIN_HOST: '127.0.0.1' },
    { output },
  );
  const bare = startNode([path.join('scripts', 'bare.mjs')], env);
  const [port, barePort] = await Promise.all([listening(web), listening(bare)]);
  const targets = [
    { name: 'bare node:http + pg, list', port: barePort, path: '/' },
    { name: 'proposal page', port, path: '/zhuguang/proposals/1' },
    { name: 'proposal list', port, path: '/zhuguang/proposals' },
    { name: 'community home', port, path: '/zhuguang' },
    { name: 'cases list', port, path: '/zhuguang/cases' },
  ];
  let yardstick = 0;
  say(['page', 'requests/s', 'p50 ms', 'p99 ms', 'statements', 'of bare'].join('\t'));
  for (const target of targets) {
    await load({ ...target, seconds: 1 });
    const found = await load({ ...target, seconds });
    yardstick ||= found.perSecond;
    const lines = fs
      .readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line.includes(`"path":"${target.path}"`));
    const queries = target.port === port ? JSON.parse(lines.at(-1) ?? '{}').queries : 1;
    const figures = [found.perSecond, found.p50, found.p99].map((figure) => figure.toFixed(1));
    say([target.name, ...figures, queries, (found.perSecond / yardstick).toFixed(3)].join('\t'));
    if (found.bad > 0) throw new Error(`${target.name}: ${found.bad} answers were not 200`);
  }
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
