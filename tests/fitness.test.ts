import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrate } from '@/db/migrate';
import { ground } from '@/features/rooms';

interface Cluster {
  url: string;
  adminUrl: string;
  stop: () => Promise<void>;
}

/** One cluster as it must not be, one as it must. */
const scratch = mkdtempSync(path.join(tmpdir(), 'tongxin-fitness-'));
let unsafe: Cluster;
let safe: Cluster;
let freePort: () => Promise<number>;

before(async () => {
  const script = pathToFileURL(path.resolve('scripts/database.mjs')).href;
  const scripts = (await import(script)) as {
    startDatabase: (options: object) => Promise<Cluster>;
    freePort: () => Promise<number>;
  };
  freePort = scripts.freePort;
  const start = (dir: string, durable: boolean) =>
    scripts.startDatabase({ dir: path.join(scratch, dir), durable, passing: true, demonstration: false });
  [unsafe, safe] = await Promise.all([start('unsafe', false), start('safe', true)]);
  await migrate(safe.url, ground);
});

after(async () => {
  await Promise.all([unsafe?.stop(), safe?.stop()]);
  rmSync(scratch, { recursive: true, force: true });
});

async function run(args: string[], url: string): Promise<{ code: number | null; err: string[] }> {
  const secret = () => randomBytes(32).toString('hex');
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: url,
      TONGXIN_MODE: 'production',
      TONGXIN_SEED_URL: '',
      TONGXIN_DATA: path.join(scratch, 'data'),
      PORT: String(await freePort()),
      AUTH_SECRET: secret(),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret(),
      TONGXIN_SIGNING_KEY: secret(),
    },
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, err: said.split('\n').filter(Boolean) }));
  });
}

const tongxin = ['--import', 'tsx', 'cli/main.ts'];
const reasons = [
  'The database runs with fsync off: a power cut could destroy the database',
  'The database runs with full_page_writes off: a power cut could leave half-written pages',
  'The database runs with synchronous_commit off: a crash would lose votes that were acknowledged',
];

test('production does not start on a database that could lose what it acknowledged, and says why', async () => {
  const ways = [['scripts/start.mjs'], ['scripts/plain.mjs', 'server/serve.ts'], [...tongxin, 'work', '--once']];
  const told = await Promise.all(ways.map((args) => run(args, unsafe.url)));
  for (const [at, answer] of told.entries()) assert.deepEqual(answer, { code: 1, err: reasons }, ways[at]?.join(' '));
  const { code, err } = await run([...tongxin, 'doctor'], unsafe.url);
  assert.deepEqual([code, err.slice(0, 3)], [1, reasons]);
});

test('doctor finds a setting that is off for the role alone, and a leaf that was changed', async () => {
  const doctor = () => run([...tongxin, 'doctor'], safe.url);
  assert.deepEqual(await doctor(), { code: 0, err: [] });
  const owner = new pg.Client({ connectionString: safe.url });
  await owner.connect();
  try {
    await owner.query('alter role current_user set synchronous_commit = off');
    assert.deepEqual(await doctor(), { code: 1, err: reasons.slice(2) });
    await owner.query('alter role current_user reset synchronous_commit');
    await owner.query(`insert into community (id, slug, name_zh, name_en, settings, created_at)
        values (1, 'broken', '坏', 'Broken', '{}', now());
      insert into ledger_head (community_id) values (1);
      insert into ledger_leaf values (1, 1, 'a', 's', '\\x00', '\\x00', '\\x00', now())`);
    const err = ['the record of broken does not verify at leaf 1: the leaf is not what was hashed'];
    assert.deepEqual(await doctor(), { code: 1, err });
  } finally {
    await owner.end();
  }
});
