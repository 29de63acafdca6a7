import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkout, isRoot } from './binaries.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const inPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? file : undefined;
}

const attempt = (command, args) =>
  spawnSync(command, args, { cwd: checkout, stdio: ['ignore', 'ignore', 'pipe'] }).status === 0;

/**
 * The browser of the journeys: CHROMIUM_PATH, the system's, Playwright's, and only then one that is fetched.
 * @throws Error with one line that says what to do.
 */
export async function findChromium(say) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (fs.existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist`);
  }
  const found = inPath() ?? (await ofPlaywright());
  if (found) return found;
  say('fetching Chromium for the journeys …');
  attempt(process.execPath, [path.join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  const fetched = await ofPlaywright();
  if (fetched && spawnSync(fetched, ['--version'], { stdio: 'ignore' }).status === 0) return fetched;
  if (isRoot && fs.existsSync('/etc/debian_version')) {
    attempt('apt-get', ['update', '-q']);
    attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  }
  const last = inPath();
  if (last) return last;
  throw new Error('No Chromium: install one (apt-get install chromium) or set CHROMIUM_PATH to its binary');
}
