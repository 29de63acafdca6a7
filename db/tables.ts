import pg from 'pg';

/** A table as a backup sees it. `name` with its schema, unquoted; generated columns are left out. */
export interface Table {
  name: string;
  quoted: string;
  columns: string[];
  /** What a row is ordered by, so that the same rows are the same bytes: the primary key, else every column. */
  order: string[];
  forced: boolean;
  ours: boolean;
}

/** The schemas whose rows are kept. `drizzle` is not: its journal is what migrating writes. */
const schemas = ['public', 'graphile_worker'];
const untold = ['graphile_worker.migrations'];

/** Every table whose rows are kept, those that others refer to first. Throws when they refer to each other in a circle. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<
    Omit<Table, 'name' | 'quoted'> & { schema: string; table: string; needs: string[] }
  >(
    `select n.nspname as schema, c.relname as table, c.relforcerowsecurity as forced,
            pg_has_role(current_user, c.relowner, 'usage') as ours,
            array(select a.attname::text from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              order by a.attnum) as columns,
            array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
              from pg_attribute a left join pg_index i on i.indrelid = c.oid and i.indisprimary
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                and (i.indkey is null or a.attnum = any (i.indkey))
              order by array_position(i.indkey::int2[], a.attnum), a.attnum) as order,
            array(select distinct fn.nspname || '.' || f.relname from pg_constraint k
              join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
              where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as needs
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind = 'r' order by 1, 2`,
    [schemas],
  );
  const left = rows
    .map(({ schema, table, ...rest }) => ({
      ...rest,
      name: `${schema}.${table}`,
      quoted: `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`,
    }))
    .filter(({ name }) => !untold.includes(name));
  const sorted: Table[] = [];
  const known = new Set<string>();
  while (left.length > 0) {
    const at = left.findIndex(({ needs }) => needs.every((name) => known.has(name)));
    const [next] = left.splice(at, at < 0 ? 0 : 1);
    if (!next) throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`);
    const { needs, ...table } = next;
    known.add(table.name);
    sorted.push(table);
  }
  return sorted;
}

const list = ({ columns }: Table) => columns.map(pg.escapeIdentifier).join(', ');

export const readStatement = (table: Table): string =>
  `copy (select ${list(table)} from ${table.quoted} order by ${table.order.join(', ')}) to stdout`;
export const writeStatement = (table: Table): string => `copy ${table.quoted} (${list(table)}) from stdin`;

/** Values have one text form, whatever the settings of the server or of the role. */
export const plainForms = `set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres';
  set extra_float_digits to 1; set bytea_output to 'hex'; set client_encoding to 'UTF8'; set xmlbinary to 'base64';
  set statement_timeout to 0; set idle_in_transaction_session_timeout to 0; set transaction_timeout to 0`;

/** The last number each identity has given out; null where none was. */
export async function sequencesOf(client: pg.ClientBase): Promise<Record<string, string | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences
      where schemaname = any ($1) order by 1`,
    [schemas],
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** What has been applied, oldest first; empty in a database without tables. */
export async function migrationsOf(client: pg.ClientBase): Promise<{ hash: string; when: string }[]> {
  const { rows: found } = await client.query(`select 1 where to_regclass('drizzle.__drizzle_migrations') is not null`);
  if (found.length === 0) return [];
  const { rows } = await client.query<{ hash: string; when: string }>(
    'select hash, created_at::text as when from drizzle.__drizzle_migrations order by created_at, id',
  );
  return rows;
}

/** The newest migration of the job queue's own tables; 0 where there are none. */
export async function queueVersion(client: pg.ClientBase): Promise<number> {
  const { rows: found } = await client.query(`select 1 where to_regclass('graphile_worker.migrations') is not null`);
  if (found.length === 0) return 0;
  const { rows } = await client.query<{ id: number }>('select max(id) as id from graphile_worker.migrations');
  return rows[0]?.id ?? 0;
}
