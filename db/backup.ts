import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { z } from 'zod';
import { lock } from './migrate';
import { migrationsOf, plainForms, queueVersion, readStatement, sequencesOf, tablesOf } from './tables';

/** What was asked for cannot be done; every line says why. Nothing has been changed. */
export class BackupRefused extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

export const FORMAT = 1;
export const SUMS = 'SHA256SUMS';
export const MANIFEST = 'manifest.json';
/** One file of rows in COPY's text format for each table. */
export const fileOf = (table: string): string => `${table}.copy`;

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.string(),
  madeAt: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ hash: z.string(), when: z.string() })),
  queue: z.number(),
  tables: z.record(
    z.string(),
    z.object({ columns: z.array(z.string()), rows: z.number(), bytes: z.number(), sha256: z.string() }),
  ),
  sequences: z.record(z.string(), z.string().nullable()),
  records: z.array(
    z.object({
      community: z.string(),
      size: z.number(),
      chain: z.string(),
      broken: z.object({ seq: z.number(), why: z.string() }).optional(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Recomputes the record of every community from what is stored, inside the caller's transaction. */
export type Verify = (client: pg.Client) => Promise<Manifest['records']>;

/** Counts and hashes what passes. A row of COPY's text format is a line: a line break inside a value is written `\n`. */
export class Tally extends Transform {
  rows = 0;
  bytes = 0;
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.rows += 1;
    done(null, chunk);
  }

  sum = (): { rows: number; bytes: number; sha256: string } => ({
    rows: this.rows,
    bytes: this.bytes,
    sha256: this.hash.digest('hex'),
  });
}

/** Writes a file only its owner may read, and returns when the disk has it. */
async function keep(file: string, source: Readable) {
  const tally = new Tally();
  await pipeline(source, tally, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
  return tally.sum();
}

const keepText = (file: string, text: string) => keep(file, Readable.from([Buffer.from(text)]));

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => {});
  await handle.close();
}

async function version(): Promise<string> {
  const text = await readFile(path.join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** One snapshot of everything into an empty folder; writers go on meanwhile. */
async function write(client: pg.Client, folder: string, verify: Verify, snapshot?: string) {
  await client.query('begin isolation level repeatable read read only');
  if (snapshot) await client.query(`set transaction snapshot ${pg.escapeLiteral(snapshot)}`);
  const tables = await tablesOf(client);
  if (!tables.some(({ name }) => name === 'public.ledger_head'))
    throw new BackupRefused(['there is no installation in this database']);
  const others = tables.filter(({ ours }) => !ours);
  // Row-level security shows the owner everything and others less: a backup of less would look like a whole one.
  if (others.length > 0)
    throw new BackupRefused([
      `DATABASE_URL is not the owner of ${others[0]?.name} and ${others.length - 1} other tables`,
    ]);
  const { rows } = await client.query<{ at: string; server: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, version() as server`,
  );
  const records = await verify(client);
  const kept: Manifest['tables'] = {};
  const sums: string[] = [];
  for (const table of tables) {
    const file = fileOf(table.name);
    const tally = await keep(path.join(folder, file), client.query(to(readStatement(table))));
    kept[table.name] = { columns: table.columns, ...tally };
    sums.push(`${tally.sha256}  ${file}`);
  }
  const manifest: Manifest = {
    format: FORMAT,
    version: await version(),
    madeAt: rows[0]?.at ?? '',
    server: rows[0]?.server ?? '',
    migrations: await migrationsOf(client),
    queue: await queueVersion(client),
    tables: kept,
    // After the rows: identities go on while others write, and must never be behind a row that was kept.
    sequences: await sequencesOf(client),
    records,
  };
  await client.query('commit');
  const { sha256 } = await keepText(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  sums.push(`${sha256}  ${MANIFEST}`);
  const whole = await keepText(path.join(folder, SUMS), `${sums.join('\n')}\n`);
  await syncFolder(folder);
  return { manifest, sums: whole.sha256 };
}

/**
 * Copies one installation into a new folder, whole or not at all, as it was at one moment.
 * `sums`: SHA-256 of the list of checksums, to be kept elsewhere. `snapshot`: the moment of another transaction, by
 * `pg_export_snapshot()`; without it, now.
 * @throws BackupRefused when the folder is not empty, the database holds no installation, or it belongs to another role.
 */
export async function backup(
  url: string,
  folder: string,
  { verify, snapshot }: { verify: Verify; snapshot?: string },
): Promise<{ manifest: Manifest; sums: string }> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BackupRefused([`${folder} is no folder to write to (${error.code})`]);
  });
  if (there.length > 0) throw new BackupRefused([`${folder} is not empty: a backup gets a folder of its own`]);
  const half = `${path.resolve(folder)}.unfinished-${process.pid}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await mkdir(path.dirname(half), { recursive: true });
    await mkdir(half, { mode: 0o700 });
    await client.query(plainForms);
    // Migrations wait until the copy is made.
    await client.query('select pg_advisory_lock_shared($1)', [lock]);
    const made = await write(client, half, verify, snapshot);
    await rename(half, folder);
    await syncFolder(path.dirname(path.resolve(folder)));
    return made;
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
