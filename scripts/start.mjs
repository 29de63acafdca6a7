// `npm start`: everything, one line per step; Ctrl-C stops all of it. `npm start -- --again`: the demonstration from anew;
// `npm start -- --empty`: an installation of its own without it, for a real try on this machine.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { installMissing } from './install.mjs';

const began = performance.now();
let last = began;
const say = (line) => process.stdout.write(`${line}\n`);
/** One line per step, with the seconds since the one before, or since it began. */
const step = (line, since = last) => {
  const now = performance.now();
  say(`• ${line} (${((now - since) / 1000).toFixed(1)} s)`);
  last = now;
};
/** Ends with one line per reason, stopping what already runs. */
async function refuse(reasons) {
  for (const reason of reasons) process.stderr.write(`${reason}\n`);
  await stop(1);
}

installMissing(say);
step('libraries are installed');

const { checkout } = await import('./binaries.mjs');
const { freePort, startDatabase, writePrivate } = await import('./database.mjs');
const { commands, newSecrets, openLog, runNode, stopAll } = await import('./stack.mjs');
const { hashOf, sourcesHash } = await import('./sources.mjs');
const { supervise } = await import('./supervise.mjs');
process.chdir(checkout);

const external = process.env.DATABASE_URL;
const empty = process.argv.includes('--empty');
const mode = process.env.TONGXIN_MODE ?? (external || empty ? 'production' : 'demonstration');
const demonstration = mode === 'demonstration';
const data = path.resolve(process.env.TONGXIN_DATA ?? (empty ? path.join('.data', 'empty') : '.data'));
const port = Number(process.env.PORT ?? 3000);
/** What production asks for and a try on this machine can do without: codes are read here. */
const tried = empty
  ? {
      TONGXIN_URL: process.env.TONGXIN_URL ?? `http://localhost:${port}`,
      SMS_DRIVER: process.env.SMS_DRIVER ?? 'file',
      TONGXIN_SMS_FILE_IS_MEANT: 'yes',
    }
  : {};
const lock = path.join(data, 'start.json');

let database;
let watch;
let children = [];
let stopping = 0;

async function stop(code = 0) {
  if (stopping) {
    // npm passes a Ctrl-C on, so one key can arrive twice: only a later one is impatience.
    if (Date.now() - stopping > 2_000) process.exit(130);
    return;
  }
  stopping = Date.now();
  clearInterval(watch);
  await Promise.all(children.map((child) => child.stop()));
  await stopAll();
  await database?.stop();
  if (readJson(lock)?.pid === process.pid) fs.rmSync(lock, { force: true });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    say('stopping …');
    void stop();
  });
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    const line = `/proc/${pid}/cmdline`;
    return !fs.existsSync(line) || fs.readFileSync(line, 'utf8').includes('start.mjs');
  } catch {
    return false;
  }
}

function takeLock() {
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  const other = readJson(lock);
  if (other && other.pid !== process.pid && isRunning(other.pid))
    return `already running (process ${other.pid}) on port ${other.port}`;
  writePrivate(lock, { pid: process.pid, port, settings: tried });
  return undefined;
}

/** Made once and kept: new ones at every start would sign everybody out and break the record's signatures. */
function keptSecrets() {
  const file = path.join(data, 'secrets.json');
  const kept = { ...newSecrets(), ...readJson(file) };
  writePrivate(file, kept);
  return {
    ...kept,
    ...Object.fromEntries(Object.keys(kept).flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
  };
}

async function reasonsAgainst(env) {
  const { tsImport } = await import('tsx/esm/api');
  const { problems, problemsOfDatabase } = await tsImport('../lib/fitness.ts', import.meta.url);
  const reasons = problems({ ...process.env, ...env });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    reasons.push(...(await problemsOfDatabase(client)));
  } catch (error) {
    reasons.push(`The database does not answer: ${error.message}`);
  } finally {
    await client.end().catch(() => {});
  }
  return reasons;
}

async function must(args, env, what) {
  const { code, said } = await runNode(args, env);
  if (code !== 0) throw new Error(`${what} failed\n${said.trim()}`);
}

async function seed(env) {
  const marker = path.join(data, 'seeded.json');
  const cluster = createHash('sha256').update(new URL(env.DATABASE_URL).password).digest('hex');
  const state = { cluster, seed: hashOf(checkout, ['db/seed']) };
  const before = readJson(marker);
  if (before?.cluster === state.cluster && before.seed === state.seed) return step('the story is already there');
  const from = performance.now();
  await must(commands.seed, env, 'seed');
  writePrivate(marker, state);
  return step('the story is told', from);
}

/** As whom one can sign in, in the order they were made. */
async function identitiesIn({ TONGXIN_SEED_URL }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: TONGXIN_SEED_URL });
  await client.connect();
  const { rows } = await client.query(
    'select demonstration from person where demonstration is not null and erased_at is null order by id limit 40',
  );
  await client.end();
  return rows.map((row) => row.demonstration);
}

async function build(env) {
  const marker = path.join('.next', 'tongxin-build');
  const hash = sourcesHash(checkout);
  const current =
    fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === hash && fs.existsSync(path.join('.next', 'BUILD_ID'));
  if (current) return step('the build is up to date');
  fs.rmSync(marker, { force: true });
  const from = performance.now();
  await must(commands.build, { ...env, NODE_ENV: 'production', TONGXIN_DIST: '.next' }, 'build');
  if (!fs.existsSync(path.join('.next', 'BUILD_ID'))) throw new Error('build failed: it left no BUILD_ID');
  fs.writeFileSync(marker, hash);
  return step('built', from);
}

async function main() {
  if (mode !== 'demonstration' && mode !== 'production') return refuse(['TONGXIN_MODE is demonstration or production']);
  if (!Number.isInteger(port) || port < 1 || port > 65535) return refuse([`PORT is no port: ${process.env.PORT}`]);
  if (empty && (external || demonstration)) return refuse(['--empty is for an installation on a database of its own']);
  const taken = takeLock();
  if (taken) return refuse([taken]);
  if ((await freePort(port)) !== port) return refuse([`Port ${port} is taken: choose another with PORT`]);

  const open = (wanted) =>
    startDatabase({ dir: path.join(data, 'postgres'), port: wanted, demonstration, say: (line) => say(`  ${line}`) });
  if (process.argv.includes('--again')) {
    if (external || !demonstration) return refuse(['--again is for the demonstration on its own database']);
    const old = await open();
    await old.stop();
    for (const folder of [path.dirname(old.pgdata), path.join(data, 'postgres')])
      fs.rmSync(folder, { recursive: true, force: true });
    step('the demonstration as it was is gone');
  }
  if (!external) {
    database = await open();
    step(`PostgreSQL ${database.adopted ? 'still runs' : 'runs'} on port ${database.port}`);
  }
  const secrets = demonstration || empty ? keptSecrets() : {};
  const environment = () => ({
    ...secrets,
    ...tried,
    DATABASE_URL: database?.url ?? external,
    TONGXIN_SEED_URL: demonstration ? (database?.seedUrl ?? process.env.TONGXIN_SEED_URL) : undefined,
    TONGXIN_MODE: mode,
    TONGXIN_DATA: data,
    TONGXIN_DIST: '.next',
    PORT: String(port),
    NODE_ENV: 'production',
  });
  const env = environment();
  if (!demonstration) {
    const reasons = await reasonsAgainst(env);
    if (reasons.length > 0) return refuse(reasons);
    step('settings are fit for production');
  }
  await must(commands.migrate, env, 'migration');
  step('migrations are applied');
  // A story is lived through one act after another: it leaves a processor to the build.
  await Promise.all([demonstration && seed(env), build(env)]);

  const logs = path.join(data, 'logs');
  const child = (name, args, started) => {
    const log = demonstration || empty ? path.join(logs, `${name}.log`) : undefined;
    if (log && fs.existsSync(log) && fs.statSync(log).size > 20_000_000) fs.renameSync(log, `${log}.1`);
    return supervise({ name, args, env: environment, log, output: log ? openLog(log) : 1, say, started });
  };
  const identities = demonstration ? await identitiesIn(env) : [];
  let told = false;
  children = [
    child('web', commands.web, (web) =>
      web.on('message', (message) => {
        if (!message?.ready || told) return;
        told = true;
        announce(identities);
      }),
    ),
    child('worker', commands.worker),
  ];
  if (database) watch = setInterval(reviveDatabase, 2_000);

  let reviving = false;
  async function reviveDatabase() {
    if (reviving || stopping || database.alive()) return;
    reviving = true;
    const before = database.url;
    try {
      say('PostgreSQL ended; starting it again');
      database = await open(database.port);
      if (database.url !== before) for (const one of children) await one.restart();
    } catch (error) {
      say(error.message);
    } finally {
      reviving = false;
    }
  }
}

/** Writes every message that would be sent from now on, for whoever tries it and has no gateway. */
function tellCodes(outbox) {
  const read = () => (fs.existsSync(outbox) ? fs.readFileSync(outbox, 'utf8').split('\n').filter(Boolean) : []);
  let told = read().length;
  fs.watchFile(outbox, { interval: 500 }, () => {
    const lines = read();
    for (const line of lines.slice(told)) {
      const { to, text } = JSON.parse(line);
      say(`  to ${to}: ${text}`);
    }
    told = lines.length;
  });
}

function announce(identities) {
  step('web and worker run');
  say(`\n同心议事 · Tongxin is ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  say(`  ${process.env.TONGXIN_URL ?? `http://localhost:${port}`}`);
  if (demonstration) {
    say(`  demonstration: sign in at /sign-in as one of\n    ${identities.join(', ')}`);
  }
  if (empty) {
    const tongxin = 'npm run -s tongxin --';
    say('  nothing is in it yet. In another terminal, with names and a number of your own:');
    say(`    ${tongxin} community create --slug xingfu --name-zh 幸福社区 --name-en Xingfu`);
    say(`    ${tongxin} grant give --community xingfu --phone 13800138000 --name 张三 --role party-secretary`);
    say(
      '  then sign in at /sign-in with that number; codes are not sent, but written here. The desk says what comes next.',
    );
    tellCodes(path.join(data, 'outbox', 'sms.ndjson'));
  }
  if (demonstration || empty) say(`  logs: ${path.relative(checkout, path.join(data, 'logs')) || data}`);
  say('  Ctrl-C stops all of it');
}

try {
  await main();
} catch (error) {
  await refuse([error.message]);
}
