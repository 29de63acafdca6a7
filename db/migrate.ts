import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { dropBoard } from './board-views';
import { type Ground, grantRoles } from './roles';

const folder = decodeURIComponent(new URL('./migrations', import.meta.url).pathname);
/**
 * Looks at every table that holds something: one never looked at the database takes for large, one looked at while it was
 * empty it takes for empty until fifty rows have come, and plans for that. So a small table is looked at anew soon.
 *
 * A plan that is kept (db/planned.ts) is made for the average community, which among hundreds of small ones has next to no rows, and then
 * serves the large one: to read all of its households seems as cheap as to find one. So the average is taken over a few.
 */
const LOOK = `do $$ declare t regclass; begin
  for t in select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
    execute format('alter table %s set (autovacuum_analyze_threshold = 5)', t);
    if exists (select from pg_attribute a where a.attrelid = t and a.attname = 'community_id') then
      execute format('alter table %s alter community_id set (n_distinct = %s)', t,
        case when t::text in ('electorate', 'household', 'unit') then 4 else 20 end);
    end if;
    if pg_relation_size(t) > 0 then execute format('analyze %s', t); end if;
  end loop; end $$`;

/** The same by itself, when much has come at once. */
export async function lookAtTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(LOOK);
  } finally {
    await client.end();
  }
}

/** Whoever migrates holds it; a backup shares it. */
export const lock = 0x74_6f_6e_67;

/** The migrations of this checkout, oldest first. */
export const ownMigrations = (): { hash: string }[] => readMigrationFiles({ migrationsFolder: folder });

/** The journal of what was applied; empty before the first migration. */
async function journal(client: pg.Client): Promise<{ hash: string; created_at: string }[]> {
  const there = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as there`);
  if (there.rows[0]?.there === null) return [];
  return (await client.query('select hash, created_at from drizzle.__drizzle_migrations')).rows;
}

/** Whether drizzle will apply any: it looks at the moment of the newest only. */
async function waiting(client: pg.Client, migrationsFolder: string): Promise<boolean> {
  const last = Math.max(0, ...(await journal(client)).map((row) => Number(row.created_at)));
  return readMigrationFiles({ migrationsFolder }).some(({ folderMillis }) => folderMillis > last);
}

async function locked(
  url: string,
  migrationsFolder: string,
  then: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await runMigrations({ connectionString: url });
    if (await waiting(client, migrationsFolder)) {
      // The views go and the tables change in one transaction, which drizzle's own begin joins and its commit ends.
      await client.query('begin');
      await dropBoard(client);
    }
    await apply(drizzle(client), { migrationsFolder });
    await then(client);
  } finally {
    await client.end();
  }
}

/** Migrates, sets the roles' rights, and fails unless every migration of the journal has been applied. */
export async function migrate(url: string, ground: Ground): Promise<void> {
  await locked(url, folder, async (client) => {
    const known = new Set((await journal(client)).map(({ hash }) => hash));
    const missing = ownMigrations().filter((m) => !known.has(m.hash));
    if (missing.length > 0) throw new Error(`${missing.length} migration(s) were skipped: merged out of order?`);
    await grantRoles(client, ground);
    await client.query(LOOK);
  });
}

/** Applies the oldest `count` migrations and no more, and leaves the roles to `migrate`: for data of an older version. */
export async function migrateTo(url: string, count: number): Promise<void> {
  const some = mkdtempSync(path.join(tmpdir(), 'tongxin-migrations-'));
  try {
    cpSync(folder, some, { recursive: true });
    const file = path.join(some, 'meta', '_journal.json');
    const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] };
    writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await locked(url, some, async () => {});
  } finally {
    rmSync(some, { recursive: true, force: true });
  }
}
