import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrate } from '@/db/migrate';
import { ground } from '@/features/rooms';

/** Rows are made here that no command makes: a cluster of its own, without foreign keys and triggers. */
let cluster: { url: string; stop: () => Promise<void> } | undefined;
export let db: pg.Client;
let name = '';
/** The database's address for its owner. */
export const url = () => cluster?.url ?? '';
export const role = (suffix: string) => `${name}_${suffix}`;

export type Values = Record<string, unknown>;
interface Column {
  table: string;
  name: string;
  type: string;
  /** Has to be given: neither null nor a default. */
  needed: boolean;
  /** The table a foreign key of this column leads to. */
  leads: string | null;
  /** Of a column that is one of a list of words: the first of them. */
  word: string | null;
}
export let columns: Column[] = [];

before(async () => {
  const script = pathToFileURL(path.resolve('scripts/database.mjs')).href;
  const { startDatabase } = await import(script);
  const dir = path.join(mkdtempSync(path.join(tmpdir(), 'tongxin-board-')), 'postgres');
  cluster = await startDatabase({ dir, durable: false, demonstration: false });
  await migrate(url(), ground);
  db = new pg.Client({ connectionString: url() });
  await db.connect();
  name = (await db.query('select current_database() as name')).rows[0].name;
  columns = (
    await db.query<Column>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
        a.attnotnull and not a.atthasdef and a.attidentity = '' as needed,
        (select min(f.relname) from pg_constraint k join pg_class f on f.oid = k.confrelid
          where k.conrelid = c.oid and k.contype = 'f' and a.attname <> 'community_id'
            and k.conkey[cardinality(k.conkey)] = a.attnum) as leads,
        (select min(substring(pg_get_constraintdef(k.oid) from '''([^'']+)''')) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
            and format_type(a.atttypid, null) = 'text') as word
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     order by 1, a.attnum`)
  ).rows;
  const keys = await db.query<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`);
  const tables = [...new Set(columns.map((one) => one.table))];
  await db.query(
    [...keys.rows.map((row) => row.drop), ...tables.map((one) => `alter table ${one} disable trigger user`)].join(';'),
  );
});

beforeEach(() => db.query('rollback').then(() => db.query('begin')));

after(async () => {
  await db?.end();
  await cluster?.stop();
});

export const moment = '2022-03-01T00:00:00Z';
export const samples: Record<string, unknown> = {
  integer: 1,
  bigint: 1,
  text: 'x',
  boolean: true,
  jsonb: '{}',
  bytea: Buffer.from('x'),
  date: '2022-03-01',
  'timestamp with time zone': moment,
  uuid: '00000000-0000-4000-8000-000000000000',
  'integer[]': '{}',
};
/** Values that a word of nothing in particular would not be. */
export const proper: Record<string, Values> = {
  affected_group: { effect: 'bears' },
  callback_wave: { wave: 'four_weeks' },
  case_call: { outcome: 'answered', contacted: true, resolved: 'yes', satisfaction: 'satisfied' },
  case_link: { side: 'for' },
  cases: { kind: 'help', source: 'web' },
  comment: { stance: 'for' },
  grants: { role: 'captain' },
  objection: { weight: 'harm' },
  opinion: { stance: 'support', channel: 'self' },
  picture: { subject: 'proposal' },
  proposal: { kind: 'other', state: 'consulting', waits: false },
  proposal_event: { role: 'social-worker' },
  resolution: { canonical: '{}' },
  round_cell: { published: '[]' },
  scope_request: { agreed: null, decided_by: null, decided_at: null },
  signature: { role: 'party-secretary' },
  visit: { outcome: 'refused' },
};

/** Rows of one table, each with what it needs and what is given. */
export async function insert(table: string, rows: Values[]): Promise<void> {
  for (const row of rows) {
    const values: Values = { ...proper[table], ...row };
    for (const one of columns)
      if (one.table === table && one.needed && !(one.name in values)) values[one.name] = one.word ?? samples[one.type];
    const names = Object.keys(values);
    await db.query(
      `insert into ${pg.escapeIdentifier(table)} (${names.map(pg.escapeIdentifier).join(', ')})
       values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(values),
    );
  }
}

/** Reads as the board does, in these communities. */
export async function asBoard<T extends pg.QueryResultRow>(text: string, communities: number[]): Promise<T[]> {
  await db.query('savepoint board');
  await db.query(`set local role ${pg.escapeIdentifier(role('board'))}; set local search_path = board, public`);
  await db.query(`select set_config('tongxin.communities', $1, true)`, [`{${communities.join()}}`]);
  try {
    return (await db.query<T>(text)).rows;
  } finally {
    await db.query('rollback to board');
  }
}
