import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { connection } from '@/db/client';
import { migrate } from '@/db/migrate';
import { ground } from '@/features/rooms';
import { problems, problemsOfDatabase } from '@/lib/fitness';

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
      TONGXIN_URL: 'https://yishi.example.org',
      SMS_DRIVER: 'file',
      TONGXIN_SMS_FILE_IS_MEANT: 'yes',
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

test('production needs an address over which nothing goes in clear, and a word on how codes are sent', () => {
  const secret = randomBytes(32).toString('hex');
  const settings = {
    AUTH_SECRET: secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret,
    TONGXIN_SIGNING_KEY: secret,
    SMS_DRIVER: 'file',
    TONGXIN_SMS_FILE_IS_MEANT: 'yes',
    TONGXIN_URL: 'https://yishi.example.org',
  };
  assert.deepEqual(problems(settings), []);
  for (const here of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000'])
    assert.deepEqual(problems({ ...settings, TONGXIN_URL: here }), [], here);
  for (const clear of [
    'http://yishi.example.org',
    'http://10.0.0.1',
    'ftp://localhost',
    'yishi.example.org',
    '',
    undefined,
  ])
    assert.match(problems({ ...settings, TONGXIN_URL: clear }).join(), /^TONGXIN_URL /, clear);
  assert.match(problems({ ...settings, SMS_DRIVER: undefined }).join(), /^SMS_DRIVER is missing/);
  assert.match(
    problems({ ...settings, TONGXIN_SMS_FILE_IS_MEANT: undefined }).join(),
    /^SMS_DRIVER file .* sends none/,
  );
});

test('production does not start where requests could see or change more than theirs', async () => {
  const owner = new pg.Client({ connectionString: safe.url });
  const admin = new pg.Client({ connectionString: safe.adminUrl.replace(/postgres$/, 'tongxin') });
  await Promise.all([owner.connect(), admin.connect()]);
  const afterwards = async (wrong: string, right: string) => {
    await admin.query(wrong);
    const told = await problemsOfDatabase(owner);
    await admin.query(right);
    return told;
  };
  try {
    assert.deepEqual(await problemsOfDatabase(owner), []);
    const ways: [wrong: string, right: string, says: RegExp][] = [
      ['alter role tongxin_app rename to away', 'alter role away rename to tongxin_app', /tongxin_app is missing/],
      ['alter role tongxin_app superuser', 'alter role tongxin_app nosuperuser', /looks past the policies/],
      ['alter role tongxin_app bypassrls', 'alter role tongxin_app nobypassrls', /looks past the policies/],
      ['alter table letter owner to tongxin_app', 'alter table letter owner to tongxin', /owns .*letter/],
      [
        'alter table letter no force row level security',
        'alter table letter force row level security',
        /seen in letter:/,
      ],
      [
        'alter table letter disable row level security',
        'alter table letter enable row level security',
        /seen in letter:/,
      ],
      [
        'alter policy community on letter rename to c',
        'alter policy c on letter rename to community',
        /seen in letter:/,
      ],
    ];
    for (const [wrong, right, says] of ways) assert.match((await afterwards(wrong, right)).join(), says, wrong);
    assert.deepEqual(await problemsOfDatabase(owner), []);
  } finally {
    await Promise.all([owner.end(), admin.end()]);
  }
});

test('a connection that cannot give up the rights of its owner is given to nobody', async () => {
  const admin = new pg.Client({ connectionString: safe.adminUrl });
  await admin.connect();
  const ask = async () => {
    const { inTransaction, close } = connection(() => safe.url, { logQuery: () => {} });
    try {
      return (await inTransaction((db) => db.execute('select current_user as name'))).rows[0]?.name;
    } finally {
      await close();
    }
  };
  try {
    assert.equal(await ask(), 'tongxin_app');
    await admin.query('alter role tongxin_app rename to away');
    await assert.rejects(ask, /tongxin_app/);
    await admin.query('alter role away rename to tongxin_app; alter role tongxin_app bypassrls');
    await assert.rejects(ask, /looks past the policies/);
    await admin.query('alter role tongxin_app nobypassrls');
    assert.equal(await ask(), 'tongxin_app');
  } finally {
    await admin.end();
  }
});

test('the database takes no table for empty once it is migrated', async () => {
  const owner = new pg.Client({ connectionString: safe.url });
  await owner.connect();
  const { rows } = await owner.query(`select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples = 0`);
  await owner.end();
  assert.deepEqual(rows, []);
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
    await owner.query(
      `insert into attempt (key, window_start, count) values ('code-all:x', date_trunc('hour', now()), 1001)`,
    );
    const flood = ['1001 codes were asked for within an hour: somebody may be flooding the sign-in'];
    assert.deepEqual(await doctor(), { code: 1, err: flood });
    await owner.query('delete from attempt');
    await owner.query(`insert into community (id, slug, name_zh, name_en, settings, created_at)
        values (1, 'broken', '坏', 'Broken', '{}', now());
      insert into ledger_head (community_id) values (1);
      insert into ledger_leaf values (1, 1, 'a', 's', '\\x00', '\\x00', '\\x00', now())`);
    const err = [
      'the record of broken does not verify at leaf 1: the leaf is not what was hashed',
      `ledger_content 1 of broken is missing, and nobody's data were deleted`,
    ];
    assert.deepEqual(await doctor(), { code: 1, err });
  } finally {
    await owner.end();
  }
});
