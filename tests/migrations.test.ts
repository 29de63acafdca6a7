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
