// `npm start` as somebody does it who has just fetched the project: in a folder with a space in its name, from nothing,
// and again. Where we are root, also as an ordinary user.
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isRoot, rootHome, systemUser } from '../../scripts/binaries.mjs';
import { freePort } from '../../scripts/database.mjs';
import { adopt, hurried } from '../../scripts/stack.mjs';
import { projectFiles } from '../../scripts/test-files.mjs';

/** Nothing is built or seeded a second time: it takes at most so much of the first start. */
const again = 0.4;
/** What has said nothing for so long, in milliseconds, will not go on. */
const silence = 600_000;
const pages = {
  '/zhuguang/proposals/1': '23',
  '/demo/proposals/1': '14',
  '/en/zhuguang': 'invented',
  '/api/health': '"status":"ok"',
};

/** The same files again without writing them twice; copied where the other folder is on another disk. */
function linkTree(from: string, to: string): void {
  fs.mkdirSync(to);
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else {
      try {
        fs.linkSync(source, target);
      } catch {
        fs.copyFileSync(source, target);
      }
    }
  }
}

function copyProject(from: string, to: string): void {
  for (const file of projectFiles(from)) {
    fs.mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    fs.copyFileSync(path.join(from, file), path.join(to, file));
  }
  linkTree(path.join(from, 'node_modules'), path.join(to, 'node_modules'));
}

interface Given {
  port: number;
  user?: Pick<SpawnOptions, 'uid' | 'gid'>;
  args?: string[];
  settings?: Record<string, string>;
}

interface Running {
  child: ChildProcess;
  ended: Promise<unknown>;
  isReady: boolean;
  said: () => string;
  seconds: number;
}

/** Runs `npm start` in `folder` until it says it is ready. */
async function start(folder: string, { port, user = {}, args = [], settings = {} }: Given): Promise<Running> {
  const names = ['DATABASE_URL', 'TONGXIN_MODE', 'TONGXIN_DATA', 'TONGXIN_URL', 'TONGXIN_TEST_DATABASE'];
  const child = spawn('npm', ['start', ...args], {
    cwd: folder,
    detached: true,
    ...user,
    env: {
      ...process.env,
      ...Object.fromEntries(names.map((name) => [name, undefined])),
      PORT: String(port),
      HOME: path.dirname(folder),
      NEXT_TELEMETRY_DISABLED: '1',
      npm_config_cache: undefined,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  adopt(child);
  const began = performance.now();
  let said = '';
  const ended = new Promise<unknown>((resolve) => child.once('close', resolve));
  const ready = new Promise<boolean>((resolve) => {
    const stuck = setTimeout(resolve, silence, false);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
        stuck.refresh();
        if (!said.includes('Ctrl-C stops')) return;
        clearTimeout(stuck);
        resolve(true);
      });
    child.once('close', () => clearTimeout(stuck));
  });
  const isReady = await Promise.race([ready, ended.then(() => false)]);
  return { child, ended, isReady, said: () => said, seconds: (performance.now() - began) / 1000 };
}

/** Ctrl-C, which a terminal sends to all that runs in it. Resolves whether that was the end of it. */
async function stop({ child, ended }: Running): Promise<boolean> {
  const group = -(child.pid ?? 0);
  process.kill(group, 'SIGINT');
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, silence, false).unref());
  const isOver = await Promise.race([ended.then(() => true), late]);
  if (!isOver) process.kill(group, 'SIGKILL');
  return isOver;
}

async function wrongPages(port: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const [page, wanted] of Object.entries(pages)) {
    const answer = await fetch(`http://127.0.0.1:${port}${page}`);
    if (answer.status !== 200 || !(await answer.text()).includes(wanted)) wrong.push(`${page}: ${answer.status}`);
  }
  return wrong;
}

type Visit = (port: number) => Promise<unknown>;

/** One start to its end; `told` says what it was when something is wrong. */
async function tryOnce(
  told: string,
  folder: string,
  { visit, ...given }: Given & { visit?: Visit },
  found: string[],
): Promise<number> {
  const running = await start(folder, { ...given, ...(visit && { settings: hurried }) });
  try {
    if (!running.isReady) found.push(`${told}: not ready after ${running.seconds.toFixed(0)} s\n${running.said()}`);
    else {
      found.push(...(await wrongPages(given.port)).map((line) => `${told}: ${line}`));
      const lines = running.said();
      if (!lines.includes('resident-14')) found.push(`${told}: it does not say as whom one can sign in`);
      await visit?.(given.port).catch((error) => found.push(`${told}: ${error.message}`));
    }
  } finally {
    if (!(await stop(running))) found.push(`${told}: Ctrl-C did not end it\n${running.said()}`);
  }
  return running.seconds;
}

/** What the command line says in this folder, told nothing of where the database is. */
function tongxin(folder: string, ...args: string[]): string {
  const env = { ...process.env, DATABASE_URL: undefined, TONGXIN_DATA: undefined, TONGXIN_MODE: undefined };
  const run = spawnSync('npm', ['run', '-s', 'tongxin', '--', ...args], { cwd: folder, env, encoding: 'utf8' });
  return run.status === 0 ? '' : `${args.slice(0, 2).join(' ')}: ${run.stderr}`;
}

/** A start without the demonstration: a first community and its secretary come from the command line. */
async function tryEmpty(folder: string, port: number, found: string[]): Promise<void> {
  const running = await start(folder, { port, args: ['--', '--empty'] });
  try {
    const phone = '13800138000';
    const names = ['--slug', 'xingfu', '--name-zh', '幸福社区', '--name-en', 'Xingfu'];
    const whom = ['--community', 'xingfu', '--phone', phone, '--name', '张三', '--role', 'party-secretary'];
    const wrong = running.isReady
      ? [tongxin(folder, 'community', 'create', ...names), tongxin(folder, 'grant', 'give', ...whom)].filter(Boolean)
      : [`not ready\n${running.said()}`];
    const answer = await fetch(`http://127.0.0.1:${port}/xingfu`).catch((error) => ({ status: error.message }));
    if (answer.status !== 200) wrong.push(`/xingfu: ${answer.status}`);
    const clock = await fetch(`http://127.0.0.1:${port}/api/clock`, {
      method: 'POST',
      headers: { origin: `http://127.0.0.1:${port}` },
      body: new FormData(),
    });
    if (clock.status !== 404) wrong.push(`/api/clock: ${clock.status}, though it is no demonstration`);
    found.push(...wrong.map((line) => `empty start: ${line}`));
  } finally {
    await stop(running);
  }
}

/** Everything but the libraries becomes the user's own, as if they had fetched it. */
function giveTo({ uid = 0, gid = 0 }: ReturnType<typeof systemUser>, home: string, folder: string): void {
  const libraries = path.join(folder, 'node_modules');
  const give = (at: string) => {
    fs.lchownSync(at, uid, gid);
    if (at !== libraries && fs.lstatSync(at).isDirectory())
      for (const name of fs.readdirSync(at)) give(path.join(at, name));
  };
  fs.rmSync(path.join(folder, '.data'), { recursive: true, force: true });
  give(home);
}

interface Trying {
  checkout: string;
  /** A visitor of the second start, who carries its demonstration to the end. */
  visit: Visit;
  say: (line: string) => void;
}

/** Resolves what was found wrong. */
export async function tryStart({ checkout, visit, say }: Trying): Promise<string[]> {
  const found: string[] = [];
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-at home-'));
  const folder = path.join(home, '同心 议事');
  try {
    fs.chmodSync(home, 0o755);
    fs.mkdirSync(folder);
    copyProject(checkout, folder);
    const port = await freePort();
    const fresh = await tryOnce('first start', folder, { port }, found);
    const next = found.length === 0 ? await tryOnce('second start', folder, { port, visit }, found) : 0;
    const told = `first ${fresh.toFixed(0)} s with its build, second ${next.toFixed(1)} s`;
    if (next > again * fresh) found.push(told);
    say(told);
    if (found.length === 0) await tryEmpty(folder, port, found);
    if (isRoot && found.length === 0) {
      const user = systemUser();
      giveTo(user, home, folder);
      const theirs = await tryOnce('start by an ordinary user', folder, { port, user }, found);
      say(`by an ordinary user ${theirs.toFixed(0)} s`);
    }
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
    if (isRoot) fs.rmSync(rootHome(folder), { recursive: true, force: true });
  }
  return found;
}
