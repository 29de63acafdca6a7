import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import {
  BackupRefused,
  FORMAT,
  fileOf,
  MANIFEST,
  type Manifest,
  manifestSchema,
  SUMS,
  Tally,
  type Verify,
} from './backup';
import { lock, migrate, migrateTo, ownMigrations } from './migrate';
import type { Ground } from './roles';
import { migrationsOf, plainForms, queueVersion, readStatement, type Table, tablesOf, writeStatement } from './tables';

const refuse = (...lines: string[]): never => {
  throw new BackupRefused(lines);
};

async function textOf(folder: string, file: string): Promise<string> {
  return readFile(path.join(folder, file), 'utf8').catch(() => refuse(`${path.join(folder, file)} is missing`));
}

/** Whether this checkout can take up where the backup was made. */
function migrationProblem(kept: Manifest['migrations']): string | undefined {
  const own = ownMigrations();
  const other = kept.findIndex(({ hash }, at) => own[at] && own[at].hash !== hash);
  if (other >= 0) return `migration ${other + 1} of the backup is not the one of this checkout`;
  if (kept.length > own.length)
    return `the backup is of a newer version: it has ${kept.length} migrations, this checkout ${own.length}. Update it first`;
  return undefined;
}

/**
 * Reads a backup and every byte of it.
 * @throws BackupRefused one line for each file that is missing or not what was written, or when it is of a newer version.
 */
async function readBackup(folder: string): Promise<Manifest> {
  const sums = new Map<string, string>();
  for (const line of (await textOf(folder, SUMS)).trimEnd().split('\n')) {
    const [, sum, file] =
      /^([0-9a-f]{64}) {2}([\w.]+)$/.exec(line) ?? refuse(`${SUMS} is damaged: ${line.slice(0, 80)}`);
    sums.set(file ?? '', sum ?? '');
  }
  const text = await textOf(folder, MANIFEST);
  if (createHash('sha256').update(text).digest('hex') !== sums.get(MANIFEST))
    refuse(`${MANIFEST} is not what was written: its checksum differs`);
  const raw: unknown = JSON.parse(text);
  const format = Number((raw as { format?: unknown }).format);
  if (format > FORMAT) refuse(`the backup is of a newer version: format ${format}, this checkout reads ${FORMAT}`);
  const parsed = manifestSchema.safeParse(raw);
  if (!parsed.success) return refuse(`${MANIFEST} is no manifest of format ${FORMAT}`);
  const manifest = parsed.data;
  const problem = migrationProblem(manifest.migrations);
  if (problem) refuse(problem);
  const wrong: string[] = [];
  for (const [table, kept] of Object.entries(manifest.tables)) {
    const file = fileOf(table);
    const tally = new Tally();
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const error = await pipeline(createReadStream(path.join(folder, path.basename(file))), tally, nowhere).then(
      () => undefined,
      (failure: NodeJS.ErrnoException) => failure,
    );
    if (error) wrong.push(`${file} ${error.code === 'ENOENT' ? 'is missing' : `cannot be read (${error.code})`}`);
    else if (tally.sum().sha256 !== kept.sha256 || sums.get(file) !== kept.sha256)
      wrong.push(`${file} is not what was written: its checksum differs`);
  }
  if (wrong.length > 0) refuse(...wrong);
  return manifest;
}

/** Rows in any of our tables; the queue's own crontab and tasks come back with every start and do not count. */
async function filled(client: pg.Client, tables: Table[]): Promise<string[]> {
  const counted = tables.filter(({ name }) => name.startsWith('public.') || name.endsWith('_jobs'));
  const found: string[] = [];
  for (const { name, quoted } of counted)
    if ((await client.query(`select 1 from ${quoted} limit 1`)).rowCount) found.push(name);
  return found;
}

async function checkPlace(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  if (rows[0]?.n) refuse(`${rows[0].n} other connections use this database: stop web and worker first`);
  const found = await filled(client, await tablesOf(client));
  if (found.length > 0) refuse(`the database is not empty: ${found.slice(0, 5).join(', ')} hold rows`);
  const applied = await migrationsOf(client);
  const same =
    JSON.stringify(applied.map(({ hash }) => hash)) === JSON.stringify(manifest.migrations.map(({ hash }) => hash));
  if (applied.length > 0 && !same)
    refuse(`the database has ${applied.length} other migrations than the backup: give one without tables`);
}

/** Rows as they were. Constraints hold; triggers, which guard what people do, are off until the end of the transaction. */
async function load(client: pg.Client, folder: string, manifest: Manifest, tables: Table[]): Promise<void> {
  for (const { quoted, forced } of tables)
    await client.query(
      `alter table ${quoted} disable trigger user${forced ? `; alter table ${quoted} no force row level security` : ''}`,
    );
  for (const { name, quoted } of [...tables].reverse())
    if (name.startsWith('graphile_worker.')) await client.query(`delete from ${quoted}`);
  for (const table of tables) {
    const into = client.query(from(writeStatement(table)));
    await pipeline(createReadStream(path.join(folder, fileOf(table.name))), into);
  }
  for (const table of tables) {
    const tally = new Tally();
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(client.query(to(readStatement(table))), tally, nowhere);
    const { rows, sha256 } = tally.sum();
    const kept = manifest.tables[table.name];
    if (sha256 !== kept?.sha256)
      refuse(`${table.name} does not read back as it was written: ${rows} rows, ${kept?.rows} in the backup`);
  }
  for (const [name, last] of Object.entries(manifest.sequences))
    await client.query(
      `select setval(s::regclass, coalesce($2::bigint, seqstart), $2 is not null)
         from (select $1::text as s) named join pg_sequence on seqrelid = s::regclass`,
      [name.split('.').map(pg.escapeIdentifier).join('.'), last],
    );
  for (const { quoted, forced } of tables)
    await client.query(
      `alter table ${quoted} enable trigger user${forced ? `; alter table ${quoted} force row level security` : ''}`,
    );
  // Whoever was at work on a job is gone.
  for (const table of ['_private_jobs', '_private_job_queues'])
    await client.query(
      `update graphile_worker.${table} set locked_at = null, locked_by = null where locked_at is not null`,
    );
}

async function fill(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  verify: Verify,
): Promise<Manifest['records']> {
  if ((await queueVersion(client)) !== manifest.queue)
    refuse(
      `the backup's job queue is of version ${manifest.queue}, this checkout's is not: restore with the checkout of ${manifest.version} that made it, then upgrade`,
    );
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [lock]);
  const tables = await tablesOf(client);
  for (const { quoted } of tables) await client.query(`lock table ${quoted} in access exclusive mode`);
  const found = await filled(client, tables);
  if (found.length > 0) refuse(`the database is not empty: ${found.join(', ')} hold rows`);
  const shape = (of: { name: string; columns: string[] }[]) =>
    JSON.stringify(of.map(({ name, columns }) => [name, ...columns].join(' ')).sort());
  const kept = Object.entries(manifest.tables).map(([name, { columns }]) => ({ name, columns }));
  if (shape(tables) !== shape(kept)) refuse('the tables of the backup are not those of its migration');
  await load(client, folder, manifest, tables);
  const records = await verify(client);
  if (JSON.stringify(records) !== JSON.stringify(manifest.records))
    refuse('the record does not end where the backup says it ended');
  await client.query('commit');
  return records;
}

/**
 * Puts a backup into a database without rows: migrates to the backup's migration, loads in one transaction, reads every
 * table back against its checksum, recomputes the record, and then migrates to this checkout's version.
 * @throws BackupRefused with one line a reason; the database then holds no row.
 */
export async function restore(
  url: string,
  folder: string,
  { ground, verify }: { ground: Ground; verify: Verify },
): Promise<{ manifest: Manifest; records: Manifest['records'] }> {
  const manifest = await readBackup(folder);
  const withClient = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(plainForms);
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  };
  await withClient((client) => checkPlace(client, manifest));
  await migrateTo(url, manifest.migrations.length);
  const records = await withClient((client) => fill(client, folder, manifest, verify));
  await migrate(url, ground);
  return { manifest, records };
}
