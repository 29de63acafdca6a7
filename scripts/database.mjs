import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { binaries, folderHash, isRoot, openFolder, rootHome, systemUser } from './binaries.mjs';
import { alive, cleanEnv, goesWithUs, HOST, launch, leave, leftover, readText, stopPostmaster } from './postmaster.mjs';

const password = () => randomBytes(24).toString('hex');

/** Below those a machine lends to whoever connects: whoever tries a port nobody listens on may be lent that very one, and keep it. */
const LENT_FROM = 32_768;

/** A port nobody listens on; `wanted` when it is free, or becomes so within as many tries. */
export async function freePort(wanted = 0, tries = 1) {
  const attempt = (port) =>
    new Promise((resolve) => {
      const server = net.createServer();
      server.once('error', () => resolve(0));
      server.listen(port, HOST, () => {
        const found = server.address().port;
        server.close(() => resolve(found));
      });
    });
  for (let n = 0; wanted && n < tries; n += 1) {
    if (n > 0) await sleep(500);
    const found = await attempt(wanted);
    if (found) return found;
  }
  return (await attempt(LENT_FROM - 1 - randomInt(10_000))) || (await attempt(0));
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a file only its owner may read, whole or not at all. */
export function writePrivate(file, value) {
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(half, file);
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const answers = (url) =>
  withClient(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${path.basename(command)}: ${said.trim()}`)),
    );
  });
}

async function initialise(initdb, pgdata, home, user, secrets, passing) {
  const passwordFile = path.join(home, `.first-${process.pid}`);
  fs.writeFileSync(passwordFile, `${secrets.admin}\n`, { mode: 0o600 });
  if (user.uid !== undefined) fs.chownSync(passwordFile, user.uid, user.gid);
  try {
    await run(
      initdb,
      [
        `--pgdata=${pgdata}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-locale',
        // pg_trgm asks the character type of the system, not of the builtin provider, what a letter is.
        `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
        '--data-checksums',
        ...(passing ? ['--no-sync'] : []),
      ],
      { ...user, cwd: home, env: { ...cleanEnv(), LC_ALL: 'C' } },
    );
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

async function createRoles(adminUrl, secrets) {
  await withClient(adminUrl, async (client) => {
    await client.query(`create role tongxin login createrole nosuperuser password '${secrets.owner}'`);
    await client.query('create database tongxin owner tongxin');
    await client.query('revoke all on database tongxin from public');
    await client.query("alter database tongxin set timezone to 'UTC'");
    if (!secrets.seed) return;
    await client.query(`create role seed login nosuperuser password '${secrets.seed}'`);
    // The seed runs the commands and the due jobs of the story as the owner; only its clock differs, by session_user.
    await client.query('grant tongxin to seed with inherit true, set true');
    await client.query('grant connect on database tongxin to seed');
  });
}

const lastLines = (file) => readText(file).trim().split('\n').slice(-5).join('\n');

/**
 * Starts (or adopts) the PostgreSQL 18 of a folder.
 *
 * The library's own class is not used: it runs the binaries where npm put them (a closed home folder stops that as
 * root), writes the password world-readable and shares our process group.
 *
 * @param {{ dir: string, port?: number, durable?: boolean, passing?: boolean, demonstration?: boolean, say?: (line: string) => void }} options
 *   `demonstration: false`: no role `seed` is made, and a folder that has one is refused.
 *   `passing`: a throw-away cluster; `stop()` or our end, however it comes, stops it and deletes the data.
 *   `durable: false`: no fsync; for throw-away clusters only.
 * @returns {Promise<{ url: string, seedUrl?: string, adminUrl: string, port: number, pid: number, adopted: boolean,
 *   pgdata: string, alive: () => boolean, stop: () => Promise<void> }>} `url`: owner of database `tongxin`, no superuser, CREATEROLE.
 *   `seedUrl`: login role `seed`, member of the owner.
 * @throws Error with the last lines of the server's log when it does not start.
 */
export async function startDatabase({
  dir,
  port = 0,
  durable = true,
  passing = !durable,
  demonstration = true,
  say = () => {},
}) {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const own = fs.realpathSync(dir);
  const home = isRoot ? path.join(rootHome(), `cluster-${folderHash(own)}`) : own;
  const pgdata = path.join(home, 'pgdata');
  const user = systemUser();
  if (isRoot) openFolder(rootHome());
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  if (isRoot) {
    fs.chownSync(home, user.uid, user.gid);
    say(`running as root: PostgreSQL runs as user tongxin, with its data in ${home}`);
  }
  const { initdb, postgres } = binaries(own);
  const file = path.join(own, 'postgres.json');
  let secrets = readJson(file);
  const urlOf = (role, key, database, at) => `postgresql://${role}:${secrets[key]}@${HOST}:${at}/${database}`;

  if (!demonstration && secrets?.seed)
    throw new Error(`${own} holds a demonstration, whose clock can be set: choose another folder with TONGXIN_DATA`);
  const running = leftover(pgdata);
  if (running && secrets?.ready && (await answers(urlOf('postgres', 'admin', 'postgres', running.port)))) {
    return handle(running.pid, running.port, true);
  }
  if (running) {
    await stopPostmaster(running.pid);
  }
  if (fs.existsSync(pgdata) && !secrets) {
    const aside = `${pgdata}-without-password-${Date.now()}`;
    fs.renameSync(pgdata, aside);
    say(`the passwords of an older cluster are gone; it was put aside in ${aside}`);
  }
  if (!secrets?.ready) {
    fs.rmSync(pgdata, { recursive: true, force: true });
    secrets = { admin: password(), owner: password(), ...(demonstration ? { seed: password() } : {}), ready: false };
    writePrivate(file, secrets);
    await initialise(initdb, pgdata, home, user, secrets, passing);
  }
  const version = readText(path.join(pgdata, 'PG_VERSION')).trim();
  if (version !== '18') throw new Error(`The data in ${pgdata} are of PostgreSQL ${version || '(none)'}, 18 is needed`);
  fs.rmSync(path.join(pgdata, 'postmaster.pid'), { force: true });

  let started;
  let at = 0;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    at = await freePort(attempt === 0 ? port || secrets.port : 0, 10);
    started = await launch(postgres, pgdata, home, user, at, durable);
    if (started.pid) break;
    // Backends of a killed postmaster need a moment to notice; a port can be taken between choosing and binding.
    await sleep(1_000);
  }
  if (!started.pid) throw new Error(`${started.failed}\n${lastLines(path.join(home, 'postgres.log'))}`);
  if (!secrets.ready) await createRoles(urlOf('postgres', 'admin', 'postgres', at), secrets);
  secrets = { ...secrets, ready: true, port: at };
  writePrivate(file, secrets);
  return handle(started.pid, at, false);

  function handle(pid, on, adopted) {
    if (passing) goesWithUs(pid, pgdata, [home, own]);
    return {
      url: urlOf('tongxin', 'owner', 'tongxin', on),
      seedUrl: secrets.seed ? urlOf('seed', 'seed', 'tongxin', on) : undefined,
      adminUrl: urlOf('postgres', 'admin', 'postgres', on),
      port: on,
      pid,
      adopted,
      pgdata,
      alive: () => alive(pid),
      async stop() {
        leave(pgdata);
        await stopPostmaster(pid);
        if (!passing) return;
        fs.rmSync(home, { recursive: true, force: true });
        fs.rmSync(own, { recursive: true, force: true });
      },
    };
  }
}
