import type pg from 'pg';
import type { Table } from '@/db/tables';
import type { Reference } from './template';
import { columnOf, plainName } from './template';
import { ground, isPlaced } from './town';

/** How the rows of a town come about, table by table; the tables of neither kind are left to what stories do not bring. */
export interface Kinds {
  /** Told again with every copy of a proposal. */
  told: Table[];
  /** Of which a town has one set, however much is told there. */
  own: Table[];
  /** Those told whose rows a community counts: 1, 2, 3. */
  numbered: string[];
}

/** What may stand only once: a primary key, a unique or an excluding constraint. */
interface Key {
  table: string;
  columns: string[];
  /** Those whose emptiness does not make a row another. */
  sure: string[];
}

async function keysOf(client: pg.Client): Promise<Key[]> {
  const { rows } = await client.query<Key>(`
    select i.indrelid::regclass::text as table, array_agg(a.attname::text) as columns,
           coalesce(array_agg(a.attname::text) filter (where a.attnotnull or not i.indnullsnotdistinct), '{}') as sure
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
     where (i.indisunique or i.indisexclusion) and c.relnamespace = 'public'::regnamespace group by i.indexrelid, i.indrelid`);
  return rows;
}

/** What every copy of a submission or of a case from outside is given anew. */
const renewed = ['submission', 'external_no'];
/** What the office is measured by is measured once, though nothing forbids to do so again. */
const measured = ['rate_period'];

/**
 * A table is told again where each of its keys holds a column that is another in every copy: a number of a row, or of another that is told
 * again. Where one does not, a second copy would break it, so a town has its rows once; and where not even a town makes it another, nobody
 * copies it.
 */
export async function kindsOf(client: pg.Client, tables: readonly Table[], referenceOf: Reference): Promise<Kinds> {
  const keys = await keysOf(client);
  const placed = tables.filter(isPlaced);
  const told = new Set(placed.map(plainName).filter((name) => !measured.includes(name)));
  const own = new Set(measured);
  const counted = new Set(
    keys.filter(({ columns }) => columns.toSorted().join() === 'community_id,no').map(({ table }) => table),
  );
  const isTold = (table: string, name: string): boolean =>
    renewed.includes(name) || (name === 'no' && counted.has(table)) || told.has(referenceOf(table, name) ?? '');
  const isOwn = (table: string, name: string): boolean => {
    const of = referenceOf(table, name) ?? '';
    return name === 'community_id' || told.has(of) || own.has(of) || ground.includes(of);
  };
  const known = new Set([...told, ...own, ...ground, 'person']);
  const isLost = (table: Table): boolean =>
    table.columns.some((name) => {
      const of = referenceOf(plainName(table), name);
      return of !== undefined && !known.has(of);
    });
  for (let before = -1; before !== told.size + 2 * own.size; ) {
    before = told.size + 2 * own.size;
    for (const table of placed) {
      const name = plainName(table);
      const mine = keys.filter((key) => key.table === name);
      const gone = isLost(table) || !mine.every(({ columns }) => columns.some((column) => isOwn(name, column)));
      if (gone) {
        told.delete(name);
        own.delete(name);
        known.delete(name);
      } else if (told.has(name) && !mine.every(({ sure }) => sure.some((column) => isTold(name, column)))) {
        told.delete(name);
        own.add(name);
      }
    }
  }
  const among = (names: ReadonlySet<string>) => placed.filter((table) => names.has(plainName(table)));
  const numbered = [...counted].filter((name) => told.has(name));
  return { told: among(told), own: among(own), numbered };
}

/** Whether a table's rows have numbers of their own. */
export const hasId = (table: Table): boolean => columnOf(table, 'id') >= 0;
