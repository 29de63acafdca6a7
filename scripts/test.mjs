// `npm test`: every stage, then one line. `--only rules|commands|build|journeys|uploads|acts|attacks|torture|start
// [pattern]` for developers.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installMissing } from './install.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
installMissing(say);
const { register } = await import('tsx/esm/api');
register();

const { checkout } = await import('./binaries.mjs');
const { startDatabase, freePort } = await import('./database.mjs');
const { findChromium } = await import('./chromium.mjs');
const { commands, hurried, listening, newSecrets, openLog, runNode, startNode, stopAll, stopChild } = await import(
  './stack.mjs'
);
const { throwPictures } = await import('../tests/system/uploads.ts');
const { tryActs } = await import('../tests/system/acts.ts');
const { posts, tryAttacks } = await import('../tests/system/attacks.ts');
const { tryStart } = await import('../tests/system/first-start.ts');
const { plainTests } = await import('./plain-tests.mjs');
const { tally } = await import('./tally.mjs');
const { testFiles } = await import('./test-files.mjs');

process.chdir(checkout);
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const stages = ['rules', 'commands', 'build', 'journeys', 'uploads', 'acts', 'attacks', 'torture', 'start'];
if (values.only && !stages.includes(values.only)) {
  process.stderr.write(`--only ${stages.join('|')} [pattern]\n`);
  process.exit(2);
}
const wants = (stage) => !values.only || values.only === stage;

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-test-'));
const outcome = tally();
const { total } = outcome;
/** What goes on is never stopped for taking long; what has said nothing for so many milliseconds is stuck. */
const patient = { silence: 600_000 };
const databases = [];
const distribution = { TONGXIN_DIST: '.next-test' };

/** Seconds all processors of the machine have worked, whoever for, and have been there. */
function worked() {
  const times = os.cpus().map((one) => one.times);
  const sum = (of) => times.reduce((seconds, one) => seconds + of(one) / 1000, 0);
  return { busy: sum(({ user, nice, sys, irq }) => user + nice + sys + irq), idle: sum(({ idle }) => idle) };
}

async function stage(name, work) {
  const started = performance.now();
  const before = worked();
  const close = (said, more = '') => {
    const seconds = (performance.now() - started) / 1000;
    const { busy, idle } = worked();
    const share = (busy - before.busy) / (busy - before.busy + (idle - before.idle) || 1);
    outcome.ended(name, seconds);
    say(`${name}: ${said}(${seconds.toFixed(1)} s, processors ${Math.round(100 * share)} % busy)${more}`);
  };
  try {
    const note = await work();
    // Whoever ends the run wants no account of what that broke.
    if (ending) return forever;
    close(`ok ${note ?? ''}`);
    return true;
  } catch (error) {
    if (ending) return forever;
    for (const one of error.uncounted ?? [error.message]) outcome.failed(name, one);
    close('FAILED ', `\n${error.message}`);
    return false;
  }
}

const tool = (name, args) =>
  stage(name, async () => {
    const { code, said } = await runNode(args, {}, patient);
    if (code !== 0) throw new Error(said.trim());
  });

/** Takes what a reporter counted. @throws Error with what the run `said` when it was not all right. */
function judged(file, { code, said }, what) {
  const counts = outcome.add(file);
  if (counts.skipped > 0) say(`${what}: ${counts.skipped} skipped`);
  if (code !== 0 || counts.failed > 0)
    throw Object.assign(new Error(said.trim()), counts.failed > 0 ? { uncounted: [] } : {});
  if (counts.passed === 0) throw new Error(`${what}: none ran`);
  return `${counts.passed} passed `;
}

async function nodeTests(files, env) {
  if (files.length === 0) throw new Error('no test file');
  const counted = path.join(scratch, `counts-${Math.random()}.json`);
  const [major, minor] = process.versions.node.split('.').map(Number);
  const two = major > 20 || minor >= 10 ? ['--test-concurrency=2'] : [];
  const args = [
    '--enable-source-maps',
    '--test',
    '--test-reporter=./scripts/test-reporter.mjs',
    '--test-reporter-destination=stdout',
  ];
  const plain = await plainTests(files, fs.mkdtempSync(path.join(scratch, 'plain-')));
  const settings = { NODE_ENV: 'test', ...env, TONGXIN_COUNTS: counted };
  return judged(counted, await runNode([...args, ...two, ...plain], settings, patient), 'node:test');
}

async function must(args, env, what) {
  const { code, said } = await runNode(args, env, patient);
  if (code !== 0) throw new Error(`${what} failed\n${said.trim()}`);
}

async function freshDatabase(name) {
  const database = await startDatabase({ dir: path.join(scratch, name), durable: false });
  databases.push(database);
  const env = settings(database, name);
  await must(commands.migrate, env, 'migration');
  return env;
}

function settings({ url, seedUrl }, name) {
  return {
    DATABASE_URL: url,
    TONGXIN_SEED_URL: seedUrl,
    TONGXIN_MODE: 'demonstration',
    TONGXIN_DATA: path.join(scratch, `data-${name}`),
    SMS_DRIVER: 'file',
    ...hurried,
    ...secrets,
  };
}

/** A developer's own running test database, else a fresh cluster. */
async function commandDatabase() {
  const usual = path.join(checkout, '.data', 'dev-database.json');
  const file = process.env.TONGXIN_TEST_DATABASE ?? (values.only && fs.existsSync(usual) ? usual : undefined);
  if (!file) return freshDatabase('commands');
  const env = settings(JSON.parse(fs.readFileSync(file, 'utf8')), 'commands');
  await must(commands.migrate, env, 'migration');
  return env;
}

/** The journeys of these projects of the configuration against a server. */
async function journeys(env, port, projects, pattern = []) {
  const chromium = await findChromium(say, { windows: false });
  const counted = path.join(scratch, `journeys-${projects}.json`);
  const args = [
    path.join('node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    'e2e/playwright.config.ts',
    ...projects.map((name) => `--project=${name}`),
  ];
  const alone = pattern.length > 0 ? ['--no-deps'] : [];
  const settings = {
    ...env,
    BASE_URL: `http://127.0.0.1:${port}`,
    TONGXIN_BEGUN: begun,
    CHROMIUM_PATH: chromium,
    TONGXIN_COUNTS: counted,
  };
  return judged(counted, await runNode([...args, ...alone, ...pattern], settings, patient), 'journeys');
}

const begun = path.join(scratch, 'begun.json');

/** A database in which the demonstration has been lived through, and where the journeys begin. */
async function livedThrough() {
  const env = await freshDatabase('journeys');
  await must(commands.seed, env, 'seed');
  await must(['--import', 'tsx', path.join('e2e', 'prepare.ts'), begun], env, 'preparing journeys');
  return env;
}

async function serverOn(env) {
  const port = await freePort();
  const log = path.join(scratch, 'server.log');
  const output = openLog(log);
  const address = {
    PORT: String(port),
    TONGXIN_HOST: '127.0.0.1',
    TONGXIN_URL: `http://127.0.0.1:${port}`,
    NODE_ENV: 'production',
  };
  const children = [commands.web, commands.worker].map((args) =>
    startNode(args, { ...env, ...distribution, ...address }, { output }),
  );
  await listening(children[0]);
  return { port, children, log };
}

/** Pages that needed more than twelve statements, from the log of the server that made them. */
function overTwelve(log) {
  const lines = fs
    .readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes('"queries"'));
  const asked = lines.map((line) => JSON.parse(line)).filter((one) => one.method === 'GET' && one.queries > 12);
  return [...new Set(asked.map((one) => `${one.path.replace(/\d+/g, 'N')}: ${one.queries}`))].sort();
}

/** Log lines that hold what no log may: a telephone number, or words somebody typed (everybody here types Chinese). */
function tellTales(log) {
  const lines = fs
    .readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const told = lines.filter((line) => {
    const { id, time, ...rest } = JSON.parse(line);
    return /(?<!\d)1[3-9]\d{9}(?!\d)|\p{Script=Han}/u.test(JSON.stringify(rest));
  });
  return told.slice(0, 5);
}

async function journeysOn(server) {
  const failed = [];
  const note = await journeys(server.env, server.port, ['journeys', 'forms'], positionals).catch((error) => {
    failed.push(error);
    return '';
  });
  const greedy = overTwelve(server.log);
  if (greedy.length > 0) failed.push(new Error(`pages with more than 12 statements:\n${greedy.join('\n')}`));
  const told = tellTales(server.log);
  if (told.length > 0) failed.push(new Error(`the log tells what it must not:\n${told.join('\n')}`));
  if (failed.length === 0) return note;
  const uncounted = failed.flatMap((one) => one.uncounted ?? [one.message]);
  throw Object.assign(new Error(failed.map(({ message }) => message).join('\n')), { uncounted });
}

async function uploadsOn({ port }) {
  const lines = [];
  const found = await throwPictures({ port, say: (line) => lines.push(line) });
  if (found.length > 0) throw new Error([...found, ...lines].join('\n'));
  total.passed += 1;
  return `${lines.join('; ')} `;
}

async function actsOn({ port, env }) {
  const lines = [];
  const given = { port, url: env.DATABASE_URL, distribution: distribution.TONGXIN_DIST };
  const found = await tryActs({ ...given, say: (line) => lines.push(line) });
  if (found.length > 0) throw new Error(found.slice(0, 40).join('\n'));
  total.passed += 1;
  return `${lines.join('; ')} `;
}

/** Two more instances behind the database of the first, which count forms as they would for everybody. */
async function attacksOn({ env }) {
  const ports = [await freePort(), await freePort()];
  const host = `127.0.0.1:${ports[0]}`;
  const log = path.join(scratch, 'attacked.log');
  const more = {
    TONGXIN_HOST: '127.0.0.1',
    TONGXIN_URL: `http://${host}`,
    NODE_ENV: 'production',
    TONGXIN_TRUST_PROXY: 'yes',
    TONGXIN_POSTS: `${posts.ofPerson}/${posts.ofAddress}`,
  };
  const children = ports.map((port) =>
    startNode(commands.web, { ...env, ...distribution, ...more, PORT: String(port) }, { output: openLog(log) }),
  );
  await Promise.all(children.map(listening));
  const lines = [];
  const given = { ports, host, env, distribution: distribution.TONGXIN_DIST, log };
  const found = await tryAttacks({ ...given, say: (line) => lines.push(line) });
  await Promise.all(children.map((child) => stopChild(child)));
  if (found.length > 0) throw new Error(found.slice(0, 40).join('\n'));
  total.passed += 1;
  return `${lines.join('; ')} `;
}

async function torture() {
  const { code, said } = await runNode(
    [path.join('scripts', 'run.mjs'), path.join('tests', 'system', 'torture.ts'), '--kills', '5'],
    {},
    patient,
  );
  if (code !== 0) throw new Error(said.trim());
  total.passed += 1;
  return `${said.trim().split('\n').at(0)} `;
}

async function started() {
  const lines = [];
  const visit = (port) => journeys({}, port, ['demonstration']);
  const found = await tryStart({ checkout, visit, say: (line) => lines.push(line) });
  if (found.length > 0) throw new Error([...found, ...lines].join('\n'));
  total.passed += 1;
  return `${lines.join('; ')} `;
}

/** What was wrong, with the last errors of the server's log. */
async function withLog(server, work) {
  try {
    return await work(server);
  } catch (error) {
    const errors = fs
      .readFileSync(server.log, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"error"') || !line.startsWith('{'));
    error.message += `\nserver log:\n${errors.slice(-30).join('\n')}`;
    throw error;
  }
}

const secrets = newSecrets();
let ending = false;
const forever = new Promise(() => {});
async function end(code) {
  if (ending) return forever;
  ending = true;
  await stopAll();
  await Promise.all(databases.map((database) => database.stop()));
  fs.rmSync(scratch, { recursive: true, force: true });
  process.exit(code);
}
process.on('uncaughtException', (error) => {
  if (!ending) say(error.stack);
  return end(1);
});
process.on('SIGINT', () => end(130));
process.on('SIGTERM', () => end(143));

const files = testFiles(checkout, positionals);
if (!values.only) {
  // Types Next made for routes of an earlier build would fail for pages that are gone.
  for (const folder of ['.next', '.next-test']) fs.rmSync(path.join(folder, 'types'), { recursive: true, force: true });
  await tool('check', ['scripts/check.mjs']);
  await tool('knip', ['node_modules/knip/bin/knip.js', '--no-progress']);
  await tool('biome', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=50', '.']);
  await tool('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']);
}
if (wants('rules')) await stage('rules', () => nodeTests(files.pure));
if (wants('commands')) await stage('commands', async () => nodeTests(files.database, await commandDatabase()));
const serves = ['journeys', 'uploads', 'acts', 'attacks', 'torture'].some(wants);
const isBuilt = values.only !== undefined && serves && fs.existsSync('.next-test/BUILD_ID');
const server = {};
const build = () => must(commands.build, { ...distribution, ...secrets, NODE_ENV: 'production' }, 'build');
const story = async () => {
  server.env = await livedThrough();
};
// Neither fills two cores, and neither waits for the other.
const [built, lived] = await Promise.all([
  wants('build') || (serves && !isBuilt) ? stage('build', build) : isBuilt,
  serves && values.only !== 'torture' && stage('story', story),
]);
if (serves && !built) {
  outcome.failed('journeys', 'not run, there is no build');
  say('journeys: not run, there is no build');
} else if (serves) {
  const ready =
    lived &&
    (await stage('server', async () => {
      Object.assign(server, await serverOn(server.env));
    }));
  if (ready && wants('journeys')) await stage('journeys', () => withLog(server, journeysOn));
  if (ready && wants('uploads')) await stage('uploads', () => withLog(server, uploadsOn));
  // One asks after another, one waits for what it has killed, one begins from nothing: each on databases of its own, and
  // together they fill two cores.
  await Promise.all([
    ready && wants('acts') && stage('acts', () => withLog(server, actsOn)),
    wants('torture') && stage('torture', torture),
    wants('start') && stage('start', started),
  ]);
  if (ready && wants('attacks')) await stage('attacks', () => withLog(server, attacksOn));
  await Promise.all((server.children ?? []).map((child) => stopChild(child)));
}
if (values.only === 'start') await stage('start', started);
for (const line of outcome.lines()) say(line);
const ran = values.only === 'build' || total.passed > 0;
await end(total.failed > 0 || !ran ? 1 : 0);
