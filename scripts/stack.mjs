import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkout } from './binaries.mjs';

/** Secrets of a demonstration or of a test run: 256 random bits each. The second must be base64 of an AES key. */
export const newSecrets = () => ({
  AUTH_SECRET: randomBytes(32).toString('base64'),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  TONGXIN_SIGNING_KEY: randomBytes(32).toString('base64'),
});

/** For runs whose few people send thousands of forms a minute. */
export const hurried = { TONGXIN_POSTS: '999999999/999999999' };

/** Everything below a process ends when its supervisor is gone, even after `kill -9`. */
const leash = ['--import', new URL('./leash.mjs', import.meta.url).href];

export const commands = {
  web: [...leash, path.join('scripts', 'plain.mjs'), 'server/serve.ts'],
  worker: [...leash, '--import', 'tsx', path.join('cli', 'main.ts'), 'work'],
  migrate: [...leash, '--import', 'tsx', path.join('cli', 'migrate.ts')],
  seed: [...leash, '--import', 'tsx', path.join('db', 'seed', 'main.ts')],
  build: [...leash, path.join('scripts', 'build.mjs')],
};

const running = new Set();

/**
 * Starts node with these arguments in the checkout. Own process group: Ctrl-C reaches only the supervisor.
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env added to ours
 * @param {{ output?: number }} options `output`: file descriptor for stdout and stderr; without it they are piped
 */
export function startNode(args, env, { output } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    detached: true,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', TONGXIN_SUPERVISOR: String(process.pid), ...env },
    stdio: ['ignore', output ?? 'pipe', output ?? 'pipe', 'ipc'],
  });
  return adopt(child);
}

/** From now on `stopAll` stops this child too, with its whole group. */
export function adopt(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/**
 * Runs to the end. Resolves `{ code, said }`, `said` being all it wrote.
 * @param {{ silence?: number }} options milliseconds after which it is stopped when nothing was heard of it: whatever
 *   goes on writes something, or sends us a message
 */
export function runNode(args, env, { silence } = {}) {
  return new Promise((resolve) => {
    const child = startNode(args, env);
    let said = '';
    const stuck = () => {
      said += `\nstopped: nothing was heard of it for ${silence / 60_000} minutes`;
      void stopChild(child);
    };
    const late = silence && setTimeout(stuck, silence);
    const heard = () => late?.refresh();
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
        heard();
      });
    child.on('message', heard);
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({ code: code ?? 1, said });
    });
  });
}

/** SIGTERM to the whole group, SIGKILL after `patience` milliseconds. */
export function stopChild(child, patience = 12_000) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return Promise.resolve();
  return new Promise((resolve) => {
    const signal = (name) => {
      try {
        process.kill(-child.pid, name);
      } catch {
        child.kill(name);
      }
    };
    const hard = setTimeout(() => signal('SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    signal('SIGTERM');
  });
}

export const stopAll = () => Promise.all([...running].map((child) => stopChild(child)));

/** Resolves when the web process says it listens; rejects when it ends first. */
export function listening(child) {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message?.ready) resolve(message.port);
    });
    child.once('exit', (code, signal) => reject(new Error(`the web process ended (${signal ?? code})`)));
  });
}

export function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return fs.openSync(file, 'a', 0o600);
}
