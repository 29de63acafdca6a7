import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkout, isRoot } from './binaries.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
/** The same engine without windows: a visit takes half the time. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];

const inPath = (wanted) =>
  wanted
    .flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? file : undefined;
}

const attempt = (command, args) =>
  spawnSync(command, args, { cwd: checkout, stdio: ['ignore', 'ignore', 'pipe'] }).status === 0;

/**
 * A browser: CHROMIUM_PATH, the system's, Playwright's, and only then one that is fetched.
 * @param {(line: string) => void} say
 * @param {{ windows?: boolean }} options `windows: false`: nobody needs its windows, so one that has none is preferred
 * @throws Error with one line that says what to do.
 */
export async function findChromium(say, { windows = true } = {}) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (fs.existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist`);
  }
  const found = (windows ? undefined : inPath(shells)) ?? inPath(names) ?? (await ofPlaywright());
  if (found) return found;
  say('fetching Chromium for the journeys …');
  attempt(process.execPath, [path.join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  const fetched = await ofPlaywright();
  if (fetched && spawnSync(fetched, ['--version'], { stdio: 'ignore' }).status === 0) return fetched;
  if (isRoot && fs.existsSync('/etc/debian_version')) {
    attempt('apt-get', ['update', '-q']);
    attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  }
  const last = inPath(names);
  if (last) return last;
  throw new Error('No Chromium: install one (apt-get install chromium) or set CHROMIUM_PATH to its binary');
}
