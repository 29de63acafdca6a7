import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(checkout, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds exactly the versions of package-lock.json (packages for other platforms aside). */
export function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' ||
      (optional && !present[name]) ||
      (present[name]?.version === version && fs.existsSync(path.join(checkout, name))),
  );
}

/**
 * Refuses an old Node in one line, and installs what is missing at the versions of the lock file. Not `npm ci`: it
 * demands every other platform's packages in the lock file, and a registry need not carry them.
 */
export function installMissing(say) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`Node ${process.versions.node} is too old: 20.19 or newer is needed\n`);
    process.exit(1);
  }
  if (isInstalled()) return;
  say('installing the libraries …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(command, [...first, 'install', '--no-save', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: '' },
  });
  if (done.status === 0) return;
  process.stderr.write(
    `npm install failed (${done.error?.message ?? done.signal ?? done.status}): is the network there?\n`,
  );
  process.exit(1);
}
