import type { Logger } from 'drizzle-orm/logger';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { Planned } from './planned';
import { oneAfterAnother, type Reads } from './reads';

export type Database = NodePgDatabase;

const databaseName = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

/** The role a request works as: it owns nothing. `<database>_app`, made by `db/migrate.ts`. */
export const appRole = (url: string) => `${databaseName(url)}_app`;
export const boardRole = (url: string) => `${databaseName(url)}_board`;
const officeRole = (url: string) => `${databaseName(url)}_office`;

export const readOnly = 'begin isolation level repeatable read read only';

/**
 * What those who come one way may take of the database, so that nobody waits for those who come another: so many
 * connections, and so many seconds for one statement and between two of a transaction; 0: as long as it takes.
 */
const lanes = {
  room: { max: 8, seconds: 15 },
  entrance: { max: 3, seconds: 5 },
  board: { max: 4, seconds: 15 },
  work: { max: 10, seconds: 0 },
} as const;

/**
 * `room`: pages and acts of a person. `entrance`: signing in, and whether the database answers. `board`: pages made for
 * everybody. `work`: whatever nobody waits for.
 */
export type Lane = keyof typeof lanes;

export interface Connection {
  /** One transaction on one connection; the connection is thrown away when its state is in doubt. */
  inTransaction: <T>(work: (tx: Database) => Promise<T>, begin?: string) => Promise<T>;
  /** Work of one statement, which commits itself. */
  inOneStatement: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** For the reads of one request. */
  openReads: () => Reads;
  /** Begins a read as the notice board: names of tables mean its views, and there is no right to anything else. */
  asBoard: () => string;
  /** Begins a read as an office above communities: besides the board's views its own, and no right to anything else. */
  asOffice: () => string;
  /** Demonstrations only: from now on this process lives at `now`. It works only for a pool logged in as `seed`. */
  travelTo: (now: Date | undefined) => void;
  close: () => Promise<void>;
}

/**
 * From here a connection works as a role that owns nothing and sees no row past its policies. Where it cannot, nobody is
 * given it: with its owner's rights every policy would be open. No statement is compiled: behind policies the planner expects
 * many rows, and compiling would take longer than reading the few there are.
 */
async function giveUpRights(client: pg.ClientBase, role: string, seconds: number): Promise<void> {
  await client.query(`set role ${pg.escapeIdentifier(role)}; set statement_timeout = '${seconds}s'; set jit = off;
    set idle_in_transaction_session_timeout = '${seconds}s'; set client_connection_check_interval = '1s'`);
  const { rows } = await client.query<{ past: boolean }>(
    'select rolsuper or rolbypassrls as past from pg_roles where rolname = current_user',
  );
  if (rows[0]?.past !== false) throw new Error(`the role ${role} looks past the policies`);
}

/** The database at `url`, asked for when it is first needed: a pool for each lane, whose connections give up their owner's rights. */
export function connection(url: () => string, logger: Logger, lane: () => Lane = () => 'work'): Connection {
  const pools = new Map<Lane, pg.Pool>();
  let travelled: Date | undefined;

  function pool(): pg.Pool {
    const way = lane();
    let shared = pools.get(way);
    if (!shared) {
      const { max, seconds } = lanes[way];
      const role = appRole(url());
      // A new connection knows no table yet: its first readers wait a fifth of a second. So it is kept for ten minutes.
      const idleTimeoutMillis = 600_000;
      // Nobody waits for what the story or a test does: there a slow machine decides nothing.
      const connectionTimeoutMillis = process.env.TONGXIN_CONNECT_AS_SEED ? 120_000 : 5_000;
      shared = new pg.Pool({
        connectionString: url(),
        max,
        connectionTimeoutMillis,
        idleTimeoutMillis,
        Client: Planned,
        onConnect: (client) => giveUpRights(client, role, seconds),
      });
      pools.set(way, shared);
      shared.on('error', () => {});
    }
    return shared;
  }

  /** Begins on a connection of its own, which is given back with the last word: whole, unless its state is in doubt. */
  async function begin(how: string) {
    const client = await pool().connect();
    const said = (statement: string, values?: string[]) =>
      client.query(statement, values).catch((error: Error) => {
        client.release(sqlState(error) ? undefined : error);
        throw error;
      });
    await said(how);
    if (travelled) await said(`select set_config('tongxin.now', $1, true)`, [travelled.toISOString()]);
    return {
      db: drizzle(client, { logger }),
      leave: () => said(`set local tongxin.communities to ''`).then(() => {}),
      enter: (communityId: number) => said(`set local tongxin.communities to '{${communityId}}'`).then(() => {}),
      lose: () => client.release(new Error('nobody waits for it any more')),
      end: (last: 'commit' | 'rollback') => said(last).then(() => client.release()),
    };
  }

  const inTransaction: Connection['inTransaction'] = async (work, how = 'begin') => {
    const { db, end } = await begin(how);
    let value: Awaited<ReturnType<typeof work>>;
    try {
      value = await work(db);
    } catch (error) {
      await end('rollback').catch(() => {});
      throw error;
    }
    await end('commit');
    return value;
  };

  return {
    inTransaction,
    inOneStatement(work) {
      return travelled ? inTransaction(work) : work(drizzle(pool(), { logger }));
    },
    openReads: () =>
      oneAfterAnother(async () => {
        const { end, ...begun } = await begin(readOnly);
        return { ...begun, end: (whole) => void end(whole ? 'commit' : 'rollback').catch(() => {}) };
      }),
    asBoard: () =>
      `${readOnly}; set local role ${pg.escapeIdentifier(boardRole(url()))}; set local search_path = board, public`,
    asOffice: () =>
      `${readOnly}; set local role ${pg.escapeIdentifier(officeRole(url()))}; set local search_path = office, board, public`,
    travelTo(now) {
      travelled = now;
    },
    async close() {
      await Promise.all([...pools.values()].map((one) => one.end()));
      pools.clear();
    },
  };
}

export const transient = (error: unknown): boolean => {
  const code = sqlState(error);
  return code === '40001' || code === '40P01';
};

/** No time or no place for it: a statement took longer than its lane allows, or all connections of the lane were taken. */
export const overloaded = (error: unknown): boolean =>
  ['57014', '53300'].includes(sqlState(error) ?? '') || /timeout exceeded when trying to connect/.test(String(error));

/** SQLSTATE of a driver error, also when drizzle has wrapped it. */
function sqlState(error: unknown): string | undefined {
  const seen = error as { code?: string; cause?: unknown } | undefined;
  return seen?.code ?? (seen?.cause ? sqlState(seen.cause) : undefined);
}

export function constraintOf(error: unknown): string | undefined {
  const seen = error as { constraint?: string; cause?: unknown } | undefined;
  return seen?.constraint ?? (seen?.cause ? constraintOf(seen.cause) : undefined);
}
