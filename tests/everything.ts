import type pg from 'pg';
import { type Table, tablesOf } from '@/db/tables';

interface Column {
  table: string;
  name: string;
  type: string;
}

/** A foreign key, column by column. */
interface Reference {
  table: string;
  to: string;
  pairs: [own: string, other: string][];
}

type Row = Record<string, unknown>;

const cast = ['social-worker', 'party-secretary', 'resident-1', 'captain-1'];
const day = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 10 * 86_400_000).toISOString().slice(0, 10);

/** A value no other row of the table has, the `n`th of its type. */
function filled(type: string, n: number): unknown {
  if (/^(int|numeric|float)/.test(type)) return n;
  if (type === 'bool') return false;
  if (type === 'date' || type.startsWith('timestamp')) return day(n);
  if (type === 'uuid') return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  if (type === 'bytea') return Buffer.from(`row ${n}`.padEnd(32));
  if (type === 'jsonb' || type === 'json') return '{}';
  if (type.startsWith('_')) return '{}';
  if (type === 'text' || type === 'varchar') return `words ${n}`;
  throw new Error(`what is a ${type}?`);
}

async function shapeOf(client: pg.Client) {
  const { rows: columns } = await client.query<Column>(
    `select a.attrelid::regclass::text as table, a.attname as name, t.typname as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
  );
  const { rows: references } = await client.query<Reference>(
    `select k.conrelid::regclass::text as table, k.confrelid::regclass::text as to,
            json_agg(json_build_array(a.attname, f.attname)) as pairs
       from pg_constraint k cross join lateral unnest(k.conkey, k.confkey) u(own, other)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
       join pg_attribute f on f.attrelid = k.confrelid and f.attnum = u.other
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace group by k.oid`,
  );
  const { rows: single } = await client.query<{ table: string }>(
    `select i.indrelid::regclass::text as table from pg_index i join pg_attribute a on a.attrelid = i.indrelid
      where i.indisunique and i.indpred is null and i.indnatts = 1 and a.attnum = i.indkey[0] and a.attname in ('community_id', 'single')`,
  );
  return { columns, references, single: new Set(single.map(({ table }) => table)) };
}

/**
 * Two rows for each of two communities in every table there is, in each column something, and so many households: no story, but all that
 * keys and references can meet. What a column may say is not asked: checks and triggers are taken away first.
 *
 * @returns the tables that stayed empty
 */
export async function oneOfEverything(client: pg.Client, { households }: { households: number }): Promise<string[]> {
  await client.query('set session_replication_role = replica');
  await client.query(`do $$ declare one record; begin
    for one in select conrelid::regclass as t, conname from pg_constraint
      where contype = 'c' and conrelid <> 0 and connamespace = 'public'::regnamespace
    loop execute format('alter table %s drop constraint %I', one.t, one.conname); end loop; end $$`);
  const { columns, references, single } = await shapeOf(client);
  const tables = (await tablesOf(client)).filter(({ name }) => name.startsWith('public.'));
  const known = new Map<string, Row[]>();
  const lies: Record<string, number> = { compound: 1, building: 2, entrance: 4, person: cast.length, grants: 2 };
  for (const name of ['unit', 'household', 'ownership']) lies[name] = households;
  const special = (table: string, n: number, k: number): Row => {
    if (table === 'community') return { slug: n === 1 ? 'zhuguang' : 'demo' };
    if (table === 'district') return { slug: n === 1 ? 'fengtai' : 'haidian' };
    if (table === 'person') return { demonstration: cast[k], erased_at: null };
    if (table === 'grants') return { role: cast[k], entrance_id: null };
    if (table === 'letter') return { about_kind: 'proposal', about_no: k + 1 };
    if (table === 'picture') return { subject: 'proposal', subject_id: n };
    if (table === 'ledger_leaf' || table === 'ledger_content') return { seq: k + 1 };
    if (table === 'ledger_head') return { size: 2 };
    if (table === 'plan_change') return { objection_ids: '[]' };
    return {};
  };

  for (const table of tables) {
    const name = table.name.replace('public.', '');
    const mine = columns.filter((column) => column.table === name);
    const ofCommunity = mine.some((column) => column.name === 'community_id');
    const size = single.has(name) ? 1 : (lies[name] ?? 2);
    const made: Row[] = [];
    for (const community of ofCommunity ? [1, 2] : [0])
      for (let k = 0; k < size; k += 1) {
        const n = made.length + 1;
        const row: Row = {};
        for (const column of mine)
          row[column.name] =
            column.name === 'community_id' ? community : column.name === 'no' ? k + 1 : filled(column.type, n);
        for (const { to, pairs } of references.filter((one) => one.table === name)) {
          const among = (to === name ? made : (known.get(to) ?? [])).filter(
            (other) => !pairs.some(([own]) => own === 'community_id') || other.community_id === community,
          );
          const parent = among[k % among.length];
          for (const [own, other] of pairs)
            if (own !== 'community_id')
              row[own] = parent ? parent[other] : to === name && other !== 'id' ? row[other] : null;
        }
        for (const column of mine) if (column.name === 'id' && /^int/.test(column.type)) row.id = n;
        made.push({ ...row, ...special(name, n, k) });
      }
    known.set(name, made);
    await put(client, table, made);
  }
  await client.query('set session_replication_role = origin');
  return tables.map(({ name }) => name.replace('public.', '')).filter((name) => !known.get(name)?.length);
}

async function put(client: pg.Client, { quoted, columns }: Table, rows: Row[]): Promise<void> {
  const values: unknown[] = [];
  const lines = rows.map(
    (row) => `(${columns.map((name) => (row[name] == null ? 'null' : `$${values.push(row[name])}`)).join(', ')})`,
  );
  const names = columns.map((name) => `"${name}"`).join(', ');
  try {
    await client.query(`insert into ${quoted} (${names}) overriding system value values ${lines.join(', ')}`, values);
  } catch (error) {
    throw new Error(`${quoted}: ${(error as Error).message} ${(error as { detail?: string }).detail ?? ''}`);
  }
}
