import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { lookAtTables, migrate } from '@/db/migrate';
import { ground } from '@/features/rooms';

interface Cluster {
  url: string;
  adminUrl: string;
  stop: () => Promise<void>;
}

/** The cluster's owner may not make databases, and what is tried here would disturb others: a cluster of its own. */
let cluster: Cluster | undefined;
const scratch = mkdtempSync(path.join(tmpdir(), 'tongxin-migrations-'));

before(async () => {
  const script = pathToFileURL(path.resolve('scripts/database.mjs')).href;
  const { startDatabase }: { startDatabase: (options: object) => Promise<Cluster> } = await import(script);
  cluster = await startDatabase({ dir: path.join(scratch, 'postgres'), durable: false, demonstration: false });
});

after(async () => {
  await cluster?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function asOwner<T>(work: (client: pg.Client, url: string) => Promise<T>): Promise<T> {
  assert.ok(cluster, 'no cluster');
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  try {
    return await work(client, cluster.url);
  } finally {
    await client.end();
  }
}

test('an empty database is migrated by an owner who is no superuser; a second time changes nothing', async () => {
  await asOwner(async (client, url) => {
    await migrate(url, ground);
    const shape = async () =>
      (
        await client.query(
          `select table_name, column_name, data_type, is_nullable from information_schema.columns
            where table_schema = 'public' order by 1, 2`,
        )
      ).rows;
    const first = await shape();
    assert.ok(first.length > 100);
    await migrate(url, ground);
    assert.deepEqual(await shape(), first);
  });
});

test('an empty table is never taken for empty, and one that holds two rows is known to hold two', async () => {
  await asOwner(async (client, url) => {
    await migrate(url, ground);
    const known = async (table: string) =>
      (await client.query('select reltuples, reloptions from pg_class where relname = $1', [table])).rows[0];
    assert.deepEqual(await known('street'), { reltuples: -1, reloptions: ['autovacuum_analyze_threshold=5'] });
    await client.query(`insert into district (name_zh, name_en) values ('一', 'One'), ('二', 'Two')`);
    await lookAtTables(url);
    assert.equal((await known('district')).reltuples, 2);
    assert.equal((await known('street')).reltuples, -1);
    await client.query('delete from district');
  });
});

test('two processes that migrate at once wait for each other', async () => {
  await asOwner(async (client, url) => {
    await Promise.all([migrate(url, ground), migrate(url, ground), migrate(url, ground)]);
    const { rows } = await client.query<{ all: number; different: number }>(
      'select count(*)::int as all, count(distinct hash)::int as different from drizzle.__drizzle_migrations',
    );
    assert.equal(rows[0]?.all, rows[0]?.different);
  });
});

test('a migration that was skipped because it was merged out of order is noticed', async () => {
  await asOwner(async (client, url) => {
    const { rows } = await client.query<{ id: number; hash: string; created_at: string }>(
      `delete from drizzle.__drizzle_migrations where id = (select min(id) from drizzle.__drizzle_migrations) returning *`,
    );
    await assert.rejects(migrate(url, ground), /1 migration\(s\) were skipped/);
    const [row] = rows;
    await client.query('insert into drizzle.__drizzle_migrations (id, hash, created_at) values ($1, $2, $3)', [
      ...[row?.id, row?.hash, row?.created_at],
    ]);
    await migrate(url, ground);
  });
});

test('a table that only grows cannot be emptied, not even by the owner', async () => {
  await asOwner(async (client) => {
    for (const table of ground.appendOnly)
      await assert.rejects(client.query(`truncate ${table} cascade`), { code: '23001' }, table);
  });
});

test('where there is no role seed, nobody says what time it is', async () => {
  await asOwner(async (client) => {
    const { rows } = await client.query<{ seeds: number; far: boolean }>(
      `select (select count(*)::int from pg_roles where rolname = 'seed') as seeds,
              set_config('tongxin.now', '1999-12-31T00:00:00Z', false) is null or moment() < '2020-01-01' as far`,
    );
    assert.deepEqual(rows[0], { seeds: 0, far: false });
  });
});

test('the clock is moved on in demonstrations alone, from one job that falls due to the next', async () => {
  await asOwner(async (client) => {
    const one = async (text: string, values: unknown[] = []) =>
      Object.values((await client.query<Record<string, unknown>>(text, values)).rows[0] ?? {})[0];
    const later = (hours: number) => one(`select moment() + make_interval(hours => $1)`, [hours]);
    const ahead = () => one('select round(extract(epoch from moment() - clock_timestamp()) / 3600)::int');
    const move = (until: unknown) => one('select move_clock($1)', [until]);
    const app = `set role "${await one('select current_database()')}_app"`;

    await assert.rejects(move(await later(1)), { code: '42501' }, 'production');
    await client.query('insert into clock (ahead) values (36000)');
    assert.equal(await ahead(), 0, 'production has no other time than the wall');
    await client.query('delete from clock');

    const admin = new pg.Client({ connectionString: cluster?.adminUrl });
    await admin.connect();
    try {
      await admin.query('create role seed');
      await client.query(`insert into person (name) values ('甲')`);
      await client.query(
        `insert into session (person_id, expires_at) select id, moment() + interval '2 hours' from person`,
      );
      await client.query(app);
      for (const refused of ['table clock', 'insert into clock (ahead) values (1)', 'delete from clock'])
        await assert.rejects(client.query(refused), { code: '42501' }, refused);
      for (const hours of [5, 30, 80]) await client.query(`select enqueue('x', '{}', $1, null)`, [await later(hours)]);
      const day = await later(48);
      assert.equal(await move(day), 'moved');
      await client.query('reset role');
      assert.equal(await ahead(), 5);
      assert.equal(await move(day), 'waiting', 'the job that is due has not been done');
      const work = () => client.query('delete from graphile_worker._private_jobs where run_at <= clock_timestamp()');
      assert.equal((await work()).rowCount, 1);
      assert.equal(await move(day), 'moved');
      assert.equal(await ahead(), 30);
      await work();
      assert.equal(await move(day), 'there');
      assert.equal(await ahead(), 48);
      assert.equal(await move(day), 'there', 'never back');
      assert.equal(await ahead(), 48);
      const left = `select round(extract(epoch from min(run_at) - clock_timestamp()) / 3600)::int from graphile_worker._private_jobs`;
      assert.equal(await one(left), 32, 'the wall has 32 hours to the last');
      assert.equal(await one('select count(*)::int from session where expires_at > moment()'), 1, 'still signed in');
    } finally {
      await admin.query('drop role seed');
      await admin.end();
    }
    assert.equal(await ahead(), 0);
  });
});
