import type pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Table } from '@/db/tables';

/** Rows of a table as COPY writes them: fields between tabs, `\N` for null. */
export interface Sheet {
  table: Table;
  rows: string[][];
}

export const NULL = '\\N';
export const plainName = ({ name }: Table): string => name.replace('public.', '');
export const columnOf = ({ columns }: Table, name: string): number => columns.indexOf(name);

export async function readSheet(client: pg.Client, table: Table, community: number): Promise<Sheet> {
  const columns = table.columns.map((name) => `"${name}"`).join(', ');
  const key = columnOf(table, 'community_id') >= 0 ? 'community_id' : 'id';
  const parts: Buffer[] = [];
  for await (const part of client.query(
    to(
      `copy (select ${columns} from ${table.quoted} where ${key} = ${community} order by ${table.order.join(', ')}) to stdout`,
    ),
  ))
    parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return {
    table,
    rows: text
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t')),
  };
}

/** What the database does not say: numbers of rows in columns without a foreign key. */
const untold: Record<string, string> = {
  'electorate.standing_opinion_id': 'opinion',
  'plan_change.legal_gate_id': 'legal_gate',
  'objection_event.household_id': 'household',
  'comment.household_id': 'household',
  'visit.household_id': 'household',
  'ledger_content.person_id': 'person',
};

export type Reference = (table: string, name: string) => string | undefined;

/** For `table.column`: the table whose `id` it holds. What all communities share, or another one has, stays what it is. */
export async function referencesOf(client: pg.Client): Promise<Reference> {
  const { rows } = await client.query<{ table: string; column: string; of: string; key: string }>(`
    select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as of, f.attname as key
      from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) u(k, fk)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = u.k
      join pg_attribute f on f.attrelid = c.confrelid and f.attnum = u.fk
     where c.contype = 'f' and c.connamespace = 'public'::regnamespace
       and (c.confrelid = 'person'::regclass or exists (
             select 1 from pg_attribute o where o.attrelid = c.confrelid and o.attname = 'community_id'))
       and not exists (
             select 1 from unnest(c.conkey, c.confkey) o(k, fk)
               join pg_attribute here on here.attrelid = c.conrelid and here.attnum = o.k
               join pg_attribute there on there.attrelid = c.confrelid and there.attnum = o.fk
              where there.attname = 'community_id' and here.attname <> 'community_id')`);
  const known = new Map<string, { of: string; key: string }[]>();
  for (const { table, column, ...target } of rows)
    known.set(`${table}.${column}`, [...(known.get(`${table}.${column}`) ?? []), target]);
  const resolve = (table: string, name: string): string | undefined => {
    if (name === 'community_id') return undefined;
    if (name === 'id') return table;
    const targets = known.get(`${table}.${name}`) ?? [];
    const direct = targets.find(({ key }) => key === 'id');
    if (direct) return direct.of;
    for (const { of, key } of targets) {
      const found = of === table ? undefined : resolve(of, key);
      if (found) return found;
    }
    return untold[`${table}.${name}`];
  };
  return resolve;
}
