import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { BackupRefused, backup, type Manifest } from '@/db/backup';
import { restore } from '@/db/restore';
import { ground } from '@/features/rooms';
import { env } from '@/lib/env';
import { saysBroken, type VerifiedRecord, verifyRecords } from '@/lib/records';
import { Refused, UsageError, verb } from './table';

const BACKUP = `backup DIR

Copies this installation, as it is at one moment, into the new or empty folder DIR, while it goes on being used: every
table with its pictures, waiting jobs, identities, and where each public record ends. The database is that of
DATABASE_URL, or without it the embedded one under TONGXIN_DATA. Not in it: the secrets of the environment, the outbox.
DIR holds personal data and can be read by its owner only.

  manifest.json         migrations, rows, columns and SHA-256 of each table, identities, heads of the records
  <schema>.<table>.copy rows in the text format of PostgreSQL's COPY, ordered by primary key
  SHA256SUMS            of every file: sha256sum -c SHA256SUMS

"sums" in the answer is the SHA-256 of SHA256SUMS: kept elsewhere, it shows that nobody has made the backup anew.`;

const RESTORE = `restore DIR

Puts a backup into an empty database: that of DATABASE_URL, or without it a new embedded one under TONGXIN_DATA. Stop web
and worker first. Reads every checksum before it begins, loads in one transaction with all constraints on, reads every
table back, recomputes the public records, then migrates to the version of this checkout. Exit 1, with the database
still empty: a file is missing or changed, the backup is of a newer version, the database has rows or is in use.`;

interface Place {
  url: string;
  adopted: boolean;
  stop: () => Promise<void>;
}

/** The database of this installation; an embedded one that does not run is started and stopped again. */
async function atPlace<T>(create: boolean, work: (url: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(env.databaseUrl);
  const dir = path.resolve(env.data, 'postgres');
  if (!create && !existsSync(path.join(dir, 'postgres.json')))
    throw new Refused([`no database: DATABASE_URL is not set, and ${dir} holds none`]);
  const script = pathToFileURL(path.join(import.meta.dirname, '..', 'scripts', 'database.mjs')).href;
  const { startDatabase } = (await import(script)) as { startDatabase: (options: object) => Promise<Place> };
  const demonstration = !create || process.env.TONGXIN_MODE !== 'production';
  const place = await startDatabase({ dir, demonstration });
  try {
    return await work(place.url);
  } finally {
    if (!place.adopted) await place.stop();
  }
}

const summary = (manifest: Manifest, records: readonly VerifiedRecord[]) => {
  const tables = Object.values(manifest.tables);
  return {
    madeAt: manifest.madeAt,
    version: manifest.version,
    migrations: manifest.migrations.length,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
    records,
  };
};

async function inFolder(help: string, args: string[], work: (folder: string) => Promise<object>): Promise<number> {
  return verb(help, args, async () => {
    let folders: string[];
    try {
      folders = parseArgs({ args, options: {}, allowPositionals: true }).positionals;
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
    const [folder] = folders;
    if (!folder || folders.length > 1) throw new UsageError('one folder is needed');
    try {
      return await work(folder);
    } catch (error) {
      throw error instanceof BackupRefused ? new Refused(error.lines) : error;
    }
  });
}

/** A record that does not verify is kept and put back as it is, and said aloud: it is evidence. */
const warn = (records: readonly VerifiedRecord[]) => {
  for (const line of records.flatMap(saysBroken)) process.stderr.write(`${line}\n`);
};

export const makeBackup = (args: string[]): Promise<number> =>
  inFolder(BACKUP, args, async (folder) => {
    const { manifest, sums } = await atPlace(false, (url) => backup(url, folder, { verify: verifyRecords }));
    warn(manifest.records);
    return { backup: path.resolve(folder), ...summary(manifest, manifest.records), sums };
  });

export const restoreBackup = (args: string[]): Promise<number> =>
  inFolder(RESTORE, args, async (folder) => {
    const asks = { ground, verify: verifyRecords };
    const { manifest, records } = await atPlace(true, (url) => restore(url, folder, asks));
    warn(records);
    const verified = { checksums: true, readBack: true, records: records.every(({ broken }) => !broken) };
    return { restored: path.resolve(folder), ...summary(manifest, records), verified };
  });
