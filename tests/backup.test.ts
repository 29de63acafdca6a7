import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { backup, type Manifest } from '@/db/backup';
import { migrate, migrateTo, ownMigrations } from '@/db/migrate';
import { restore } from '@/db/restore';
import { recordCase } from '@/features/cases/commands';
import { ground } from '@/features/rooms';
import { verifyRecords as verify } from '@/lib/records';
import { makeBuilding, photograph } from './building';
import { done } from './consultation';
import { at, closeAll, makeCommunity, sql } from './fixture';

const given = { ground, verify };

import { verifyRecord } from './record';

interface Cluster {
  url: string;
  seedUrl?: string;
  adminUrl: string;
  stop: () => Promise<void>;
}

/** One cluster is lived in, the other is where it is put back: nothing of the usual test database is touched. */
const scratch = mkdtempSync(path.join(tmpdir(), 'tongxin-backup-'));
const inScratch = (name: string) => path.join(scratch, name);
let lived: Cluster;
let spare: Cluster;
const clusters: Cluster[] = [];

async function start(dir: string, demonstration: boolean): Promise<Cluster> {
  const script = pathToFileURL(path.resolve('scripts/database.mjs')).href;
  const { startDatabase }: { startDatabase: (options: object) => Promise<Cluster> } = await import(script);
  const cluster = await startDatabase({ dir: inScratch(dir), durable: false, demonstration });
  clusters.push(cluster);
  return cluster;
}

before(async () => {
  [lived, spare] = await Promise.all([start('lived', true), start('spare', false)]);
  await migrate(lived.url, ground);
  process.env.DATABASE_URL = lived.url;
  process.env.TONGXIN_SEED_URL = lived.seedUrl;
});

after(async () => {
  await closeAll();
  await Promise.all(clusters.map((cluster) => cluster.stop()));
  rmSync(scratch, { recursive: true, force: true });
});

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database beside the others of the spare cluster. */
async function emptyDatabase(name: string): Promise<string> {
  await on(spare.adminUrl, (admin) => admin.query(`create database ${name} owner tongxin`));
  return spare.url.replace(/tongxin$/, name);
}

function tongxin(args: string[], env: Record<string, string>) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...args], {
      env: { ...process.env, TONGXIN_SEED_URL: '', TONGXIN_CONNECT_AS_SEED: '', ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Every row of every table as this client's transaction sees it, told by PostgreSQL and not by the product. */
async function contents(client: pg.Client): Promise<Record<string, string>> {
  await client.query(`set timezone to 'UTC'`);
  const { rows } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
      where schemaname = 'public' or (schemaname = 'graphile_worker' and tablename <> 'migrations') order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: told } = await client.query<{ said: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(m, ',' order by m), '')) as said
         from (select md5(t::text) as m from ${name} t) rows`,
    );
    found[name] = told[0]?.said ?? '';
  }
  return found;
}

/** What guards the rows: triggers, security, constraints. */
const guards = (client: pg.Client) =>
  client
    .query(
      `select c.relname, c.relrowsecurity, c.relforcerowsecurity,
          array(select format('%s %s', t.tgname, t.tgenabled) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal order by 1) as triggers,
          array(select format('%s %s %s', k.conname, k.convalidated, k.condeferrable) from pg_constraint k where k.conrelid = c.oid order by 1) as constraints
         from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
    )
    .then(({ rows }) => rows);

const fall = (n: string) => ({
  kind: 'complaint',
  source: 'walk_in',
  title: '土坡路滑',
  words: `第${n}次`,
  place: '14号楼前',
});

const whole = inScratch('whole');
let here: Awaited<ReturnType<typeof makeBuilding>>;
let snapshot: Record<string, string>;
let manifest: Manifest;

test('a backup is made while twenty write, and is one moment of theirs', async (t) => {
  here = await makeBuilding();
  const quiet = await makeCommunity({ buildings: [] });
  const elsewhere = await quiet.staff('social-worker');
  done(await recordCase(quiet.by(elsewhere), { ...fall('零'), words: '反斜杠\\n、制表\t、换行\n、\\. 与 \\N' }));
  done(await photograph(here, here.milestoneId));
  at(undefined);
  let writing = true;
  let written = 0;
  const writers = Array.from({ length: 20 }, async (_, writer) => {
    for (let n = 0; writing; n += 1) {
      done(await recordCase(here.by(here.worker), fall(`${writer}-${n}`)));
      written += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const until = async (n: number) => {
    while (written < n) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(40);
  const before = written;
  await on(lived.url, async (observer) => {
    await observer.query('begin isolation level repeatable read read only');
    const { rows } = await observer.query<{ id: string }>('select pg_export_snapshot() as id');
    await until(before + 10);
    ({ manifest } = await backup(lived.url, whole, { verify, snapshot: rows[0]?.id }));
    assert.ok(written > before + 10, 'nobody wrote while it was made');
    snapshot = await contents(observer);
  });
  const [{ out, err, code }] = [await tongxin(['backup', inScratch('later')], {})];
  assert.equal(code, 0, err);
  const later = JSON.parse(out);
  writing = false;
  await Promise.all(writers);
  const size = (of: { records: Manifest['records'] }) =>
    of.records.find((one) => one.community === here.slug)?.size ?? 0;
  assert.ok(size(later) > size(manifest), 'the later one is later');
  assert.ok((await verifyRecord(here.communityId)) > size(later), 'and they went on');
  assert.equal(statSync(whole).mode & 0o777, 0o700);
  for (const file of readdirSync(whole)) assert.equal(statSync(path.join(whole, file)).mode & 0o777, 0o600, file);
  assert.ok(!readdirSync(scratch).some((name) => name.includes('unfinished')));
  for (const url of [lived.url, lived.seedUrl ?? '']) {
    const secret = new URL(url).password;
    for (const file of readdirSync(whole)) assert.ok(!readFileSync(path.join(whole, file), 'utf8').includes(secret));
  }
  t.diagnostic(`${written} writes, ${before} before it; ${Object.keys(manifest.tables).length} tables`);
});

/** A copy of the backup that was changed, with checksums made anew unless they are what is tried. */
function changed(name: string, change: (folder: string) => void, sums = true): string {
  const folder = inScratch(name);
  cpSync(whole, folder, { recursive: true });
  change(folder);
  if (!sums) return folder;
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex');
  const file = path.join(folder, 'manifest.json');
  const told = JSON.parse(readFileSync(file, 'utf8'));
  for (const table of Object.keys(told.tables ?? {})) told.tables[table].sha256 = hash(`${table}.copy`);
  writeFileSync(file, JSON.stringify(told));
  const files = readdirSync(folder).filter((one) => one !== 'SHA256SUMS');
  writeFileSync(path.join(folder, 'SHA256SUMS'), files.map((one) => `${hash(one)}  ${one}\n`).join(''));
  return folder;
}

const editing = (file: string, edit: (text: string) => string) => (folder: string) => {
  const where = path.join(folder, file);
  const text = readFileSync(where, 'utf8');
  assert.ok(edit(text) !== text, 'nothing was changed');
  writeFileSync(where, edit(text));
};

test('what was damaged, is missing or is newer is refused in one line, and the database stays empty', async () => {
  const url = await emptyDatabase('damaged');
  const manifestOf = (change: (told: Manifest) => object) =>
    editing('manifest.json', (text) => JSON.stringify(change(JSON.parse(text))));
  const tries: [string, RegExp][] = [
    [
      changed(
        'flipped',
        (folder) => {
          const file = path.join(folder, 'public.picture.copy');
          const bytes = readFileSync(file);
          bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
          writeFileSync(file, bytes);
        },
        false,
      ),
      /^public\.picture\.copy is not what was written: its checksum differs$/,
    ],
    [
      changed('lost', (folder) => rmSync(path.join(folder, 'public.opinion.copy')), false),
      /^public\.opinion\.copy is missing$/,
    ],
    [changed('headless', (folder) => rmSync(path.join(folder, 'manifest.json')), false), /manifest\.json is missing$/],
    [
      changed(
        'edited',
        editing('manifest.json', (text) => `${text} `),
        false,
      ),
      /^manifest\.json is not what was written/,
    ],
    [
      changed(
        'sums',
        editing('SHA256SUMS', (text) => text.replace('  ', ' ')),
        false,
      ),
      /^SHA256SUMS is damaged/,
    ],
    [inScratch('nowhere'), /SHA256SUMS is missing$/],
    [
      changed(
        'newer',
        manifestOf((told) => ({ ...told, migrations: [...told.migrations, { hash: 'f'.repeat(64), when: '1' }] })),
      ),
      /^the backup is of a newer version: it has \d+ migrations, this checkout \d+\. Update it first$/,
    ],
    [
      changed(
        'format',
        manifestOf((told) => ({ ...told, format: 2 })),
      ),
      /^the backup is of a newer version: format 2/,
    ],
    [
      changed(
        'other',
        manifestOf((told) => ({ ...told, migrations: told.migrations.map((one) => ({ ...one, hash: 'x' })) })),
      ),
      /^migration 1 of the backup is not the one of this checkout$/,
    ],
    [
      changed(
        'rewritten',
        editing('public.ledger_content.copy', (text) => text.replace('反斜杠', '正斜杠')),
      ),
      /^the record does not end where the backup says it ended/,
    ],
  ];
  for (const [folder, why] of tries)
    await assert.rejects(restore(url, folder, given), (error: Error) => {
      assert.match(error.message, why, folder);
      assert.ok(!error.message.includes('\n'));
      return true;
    });
  await assert.rejects(
    restore(
      url,
      changed(
        'orphan',
        editing('public.community.copy', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)),
      ),
      given,
    ),
    { code: '23503' },
    'constraints hold while it is loaded',
  );
  const left = await on(url, contents);
  for (const [table, said] of Object.entries(left)) assert.match(said, /^0 /, table);
  const { code, out, err } = await tongxin(['restore', inScratch('flipped')], { DATABASE_URL: url });
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^public\.picture\.copy is not what was written: its checksum differs\n$/);
  assert.equal((await tongxin(['restore'], { DATABASE_URL: url })).code, 2);
  assert.equal((await restore(url, whole, given)).manifest.format, 1, 'after all that, the whole one still goes in');
});

test('put back into an empty cluster it is what the snapshot saw, and life goes on', async () => {
  const { code, out, err } = await tongxin(['restore', whole], { DATABASE_URL: spare.url });
  assert.equal(code, 0, err);
  const said = JSON.parse(out);
  assert.deepEqual(said.verified, { checksums: true, readBack: true, records: true });
  assert.deepEqual(said.records, manifest.records);
  const [restored, guarded] = await on(spare.url, async (client) => [await contents(client), await guards(client)]);
  assert.deepEqual(restored, snapshot);
  assert.deepEqual(guarded, await on(lived.url, guards));

  const leaves =
    'select encode(leaf_hash, $2) as hash from ledger_leaf where community_id = $1 and seq <= $3 order by seq';
  const head = manifest.records.find(({ community }) => community === here.slug);
  const values = [here.communityId, 'hex', head?.size];
  const original = await sql(leaves, values);
  assert.equal(original.length, head?.size);
  assert.deepEqual((await on(spare.url, (client) => client.query(leaves, values))).rows, original);

  await closeAll();
  process.env.DATABASE_URL = spare.url;
  delete process.env.TONGXIN_SEED_URL;
  assert.equal(await verifyRecord(here.communityId), head?.size);
  const newest = 'select max(id) as id, max(no) as no, count(*)::int as n from cases where community_id = $1';
  const [last] = await sql<{ id: number; no: number; n: number }>(newest, [here.communityId]);
  const more = await Promise.all(['甲', '乙', '丙'].map((n) => recordCase(here.by(here.worker), fall(n))));
  assert.deepEqual(
    more.map((one) => done(one).no).sort(),
    [1, 2, 3].map((n) => (last?.no ?? 0) + n),
  );
  const [now] = await sql<{ id: number; n: number }>(newest, [here.communityId]);
  assert.ok(last && now && now.id >= last.id + 3 && now.n === last.n + 3, 'identities go on');
  assert.equal(await verifyRecord(here.communityId), (head?.size ?? 0) + 3);
  await assert.rejects(sql('update ledger_leaf set act = act'), { code: '23001' });
  await closeAll();

  const again = await tongxin(['restore', whole], { DATABASE_URL: spare.url });
  assert.equal(again.code, 1);
  assert.match(again.err, /^the database is not empty: [\w., ]+ hold rows\n$/);
  assert.equal(
    (await tongxin(['backup', whole], { DATABASE_URL: spare.url })).err,
    `${whole} is not empty: a backup gets a folder of its own\n`,
  );
});

test('an embedded installation goes there and back the same way, also while it does not run', async () => {
  const env = { DATABASE_URL: '', TONGXIN_DATA: inScratch('data'), TONGXIN_MODE: 'production' };
  const [nothing, { code, err }] = await Promise.all([
    tongxin(['backup', inScratch('nothing')], { ...env, TONGXIN_DATA: inScratch('no-data') }),
    tongxin(['restore', whole], env),
  ]);
  assert.equal(nothing.code, 1);
  assert.match(nothing.err, /^no database: DATABASE_URL is not set, and .+ holds none\n$/);
  assert.equal(code, 0, err);
  const back = await tongxin(['backup', inScratch('back')], env);
  assert.equal(back.code, 0, back.err);
  const told: Manifest = JSON.parse(readFileSync(path.join(inScratch('back'), 'manifest.json'), 'utf8'));
  assert.deepEqual(told.tables, manifest.tables);
  assert.deepEqual(told.records, manifest.records);
  // As root its data lie elsewhere: started once more as a throw-away, it takes them with it.
  await (await start('data/postgres', false)).stop();
  for (const [name, last] of Object.entries(told.sequences))
    assert.ok(Number(last) >= Number(manifest.sequences[name] ?? 0), name);
});

test('a backup of an older version is put back as it was and then migrated', async () => {
  const count = ownMigrations().length - 1;
  const older = await emptyDatabase('older');
  await migrateTo(older, count);
  await on(older, (client) =>
    client.query(`insert into person (name, phone, created_at) values ('旧人', '13800000000', now())`),
  );
  const made = await backup(older, inScratch('older'), { verify });
  assert.equal(made.manifest.migrations.length, count);
  await assert.rejects(restore(spare.url, inScratch('older'), given), /is not empty/);
  const target = await emptyDatabase('migrated');
  await restore(target, inScratch('older'), given);
  await on(target, async (client) => {
    const { rows } = await client.query('select name from person');
    assert.deepEqual(rows, [{ name: '旧人' }]);
    const applied = await client.query('select hash from drizzle.__drizzle_migrations order by created_at');
    assert.deepEqual(
      applied.rows.map(({ hash }) => hash),
      ownMigrations().map(({ hash }) => hash),
    );
    assert.deepEqual(await guards(client), await on(lived.url, guards));
  });
});

test('only the owner can make one: others would see less and think it was all', async () => {
  await on(lived.adminUrl, async (admin) => {
    await admin.query(`create role visitor login password 'visitor'; grant connect on database tongxin to visitor;
      grant tongxin_app to visitor`);
  });
  const url = new URL(lived.url);
  [url.username, url.password] = ['visitor', 'visitor'];
  await on(lived.url, (client) => client.query('grant usage on schema graphile_worker to visitor'));
  await assert.rejects(
    backup(url.href, inScratch('less'), { verify }),
    /DATABASE_URL is not the owner of [\w.]+ and \d+ other tables$/,
  );
});
