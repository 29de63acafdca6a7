import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { env } from '@/lib/env';
import { grantRoles } from './roles';

const folder = new URL('./migrations', import.meta.url).pathname;
const lock = 0x74_6f_6e_67;

/** Migrates, sets the roles' rights, and fails unless every migration of the journal has been applied. */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await runMigrations({ connectionString: url });
    await apply(drizzle(client), { migrationsFolder: decodeURIComponent(folder) });
    const applied = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations');
    const known = new Set(applied.rows.map((row) => row.hash));
    const missing = readMigrationFiles({ migrationsFolder: decodeURIComponent(folder) }).filter(
      (m) => !known.has(m.hash),
    );
    if (missing.length > 0) throw new Error(`${missing.length} migration(s) were skipped: merged out of order?`);
    await grantRoles(client);
  } finally {
    await client.end();
  }
}

/** Names the state of the migrations, for caches of seeded databases. */
export const migrationsHash = (): string =>
  createHash('sha256')
    .update(readFileSync(new URL('./migrations/meta/_journal.json', import.meta.url)))
    .digest('hex');

if (process.argv[1] && import.meta.url === new URL(`file://${encodeURI(process.argv[1])}`).href) {
  await migrate(env.databaseUrl);
}
