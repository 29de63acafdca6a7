import type { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { env } from '@/lib/env';

export type Database = NodePgDatabase;

const databaseName = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

/** The role a request works as: it owns nothing. `<database>_app`, made by `db/migrate.ts`. */
export const appRole = (url: string) => `${databaseName(url)}_app`;
export const boardRole = (url: string) => `${databaseName(url)}_board`;

let shared: pg.Pool | undefined;
let travelled: Date | undefined;

/** Demonstrations only: from now on this process lives at `now`. It works only for a pool logged in as `seed`. */
export function travelTo(now: Date | undefined): void {
  travelled = now;
}

export const travelledTo = (): Date | undefined => travelled;

const ownUrl = () => (process.env.TONGXIN_CONNECT_AS_SEED && env.seedUrl ? env.seedUrl : env.databaseUrl);

export const readOnly = 'begin isolation level repeatable read read only';

/** Begins a read as the notice board: names of tables mean its views, and there is no right to anything else. */
export const asBoard = () =>
  `${readOnly}; set local role ${pg.escapeIdentifier(boardRole(ownUrl()))}; set local search_path = board, public`;

/** One pool for the process; each connection gives up its owner's rights at once. */
export function pool(): pg.Pool {
  if (!shared) {
    const url = ownUrl();
    const role = appRole(url);
    // A new connection knows no table yet: its first readers wait a fifth of a second. So it is kept for ten minutes.
    const idle = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 600_000 };
    shared = new pg.Pool({ connectionString: url, max: 10, ...idle });
    shared.on('error', () => {});
    shared.on('connect', (client) => {
      client.query(`set role ${pg.escapeIdentifier(role)}`).catch(() => {});
    });
  }
  return shared;
}

export async function closePool(): Promise<void> {
  await shared?.end();
  shared = undefined;
}

export const transient = (error: unknown): boolean => {
  const code = sqlState(error);
  return code === '40001' || code === '40P01';
};

/** SQLSTATE of a driver error, also when drizzle has wrapped it. */
export function sqlState(error: unknown): string | undefined {
  const seen = error as { code?: string; cause?: unknown } | undefined;
  return seen?.code ?? (seen?.cause ? sqlState(seen.cause) : undefined);
}

export function constraintOf(error: unknown): string | undefined {
  const seen = error as { constraint?: string; cause?: unknown } | undefined;
  return seen?.constraint ?? (seen?.cause ? constraintOf(seen.cause) : undefined);
}

type Answering = AsyncLocalStorage<Record<symbol, number>>;

/** Counts a request's statements on its answer, for the log and the bench: no page may need more than twelve. */
const counter = {
  logQuery(): void {
    const answers = (globalThis as Record<symbol, Answering | undefined>)[Symbol.for('tongxin.response')];
    const answer = answers?.getStore();
    const key = Symbol.for('tongxin.queries');
    if (answer) answer[key] = (answer[key] ?? 0) + 1;
  },
};

/** One transaction on one connection; the connection is thrown away when its state is in doubt. */
export async function inTransaction<T>(work: (tx: Database) => Promise<T>, begin = 'begin'): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    if (travelled) await client.query(`select set_config('tongxin.now', $1, true)`, [travelled.toISOString()]);
    const value = await work(drizzle(client, { logger: counter }));
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
