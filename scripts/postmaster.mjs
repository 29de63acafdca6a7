// The processes of PostgreSQL: starting one over a folder, finding one that was left, ending one.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const HOST = '127.0.0.1';
/** Our environment without what would tell PostgreSQL something else than its arguments do. */
export const cleanEnv = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_')));

/** Whether there is such a process, and it has not ended. */
export function alive(pid) {
  try {
    process.kill(pid, 0);
    // A dead child its parent has not waited for still has a pid.
    return !/^State:\s+Z/m.test(readText(`/proc/${pid}/status`));
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** What a file holds; nothing when it is not there. */
export function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The postmaster named by the pid file, if it still lives and is really a PostgreSQL over this folder. */
export function leftover(pgdata) {
  const lines = readText(path.join(pgdata, 'postmaster.pid')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 2 || !alive(pid)) return undefined;
  if (fs.existsSync('/proc/self/cmdline') && !readText(`/proc/${pid}/cmdline`).includes(pgdata)) return undefined;
  return { pid, port: Number(lines[3]) };
}

async function gone(pid, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(50)) if (!alive(pid)) return true;
  return !alive(pid);
}

/** Ends a postmaster: its transactions are rolled back; at last with less patience. */
export async function stopPostmaster(pid) {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, patience)) return;
  }
}

/** Starts a postmaster and resolves `{ pid }` when it is ready, `{ failed }` with the reason when it is not. */
export async function launch(postgres, pgdata, home, user, port, durable) {
  const settings = {
    port,
    listen_addresses: HOST,
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const log = fs.openSync(path.join(home, 'postgres.log'), 'a', 0o600);
  // Its own process group: Ctrl-C must reach the supervisor first, which stops the database last.
  const child = spawn(postgres, ['-D', pgdata, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])], {
    ...user,
    cwd: home,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...cleanEnv(), LC_ALL: 'C' },
  });
  fs.closeSync(log);
  let failed;
  child.once('error', (error) => {
    failed = error.message;
  });
  child.once('exit', (code, signal) => {
    failed ??= `PostgreSQL ended (${signal ?? code})`;
  });
  child.unref();
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(40)) {
    if (failed) return { failed };
    if (readText(path.join(pgdata, 'postmaster.pid')).split('\n')[7]?.startsWith('ready')) return { pid: child.pid };
  }
  await stopPostmaster(child.pid);
  return { failed: 'PostgreSQL was not ready after 60 s' };
}

/** Of each throw-away cluster that runs: the process that waits for our end. */
const guards = new Map();

/** It no longer goes with us. */
export function leave(pgdata) {
  guards.get(pgdata)?.kill('SIGKILL');
  guards.delete(pgdata);
}

/** A throw-away postmaster and its folders go when this process has ended, however it ended. */
export function goesWithUs(pid, pgdata, folders) {
  leave(pgdata);
  const wait = 'cat >/dev/null; kill -INT "$0"; while kill -0 "$0"; do sleep 0.1; done; rm -rf -- "$@"';
  const guard = spawn('sh', ['-c', wait, String(pid), ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.unref();
  guard.stdin.unref();
  guards.set(pgdata, guard);
}
