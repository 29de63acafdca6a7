import { and, desc, eq, sql } from 'drizzle-orm';
import { orderImport, sheetMapping } from '@/db/schema/exchange';
import { person } from '@/db/schema/people';
import { mayReadCases } from '@/features/cases/policy';
import { mayReadOrder } from '@/features/orders/policy';
import { has, type Role } from '@/lib/actor';
import { query } from '@/lib/query';
import { keptRows } from '@/lib/sheet/kept';
import { Staged } from '@/lib/sheet/staged';
import { compared, ROWS_UNKNOWN, rowsIn } from './moves';
import { mayImportOrders } from './policy';
import type { OrderRow } from './rules';

/** So many rows are named one by one; of the others there is a number. */
const LISTED = 200;

/** So many headings are handed to whoever reads a sheet. */
const MOST_REMEMBERED = 20;

/** A row of an order nobody knows yet. */
export type FreshRow = Pick<PlannedRow, 'row' | 'number' | 'title'>;

/** A row of the sheet, what it is about, and where it is a known order which of its fields say something else. */
export interface PlannedRow {
  row: number;
  number: string;
  title: string;
  case: number | null;
  fields: string[];
  /** Somebody else, or another number. */
  caller: boolean;
}

export interface OrderPlan {
  added: number;
  changed: number;
  unchanged: number;
  rows: PlannedRow[];
  /** The new ones, the first of them. */
  fresh: FreshRow[];
  /** Rows whose moment has not come yet. */
  early: { row: number; field: 'came' | 'closed' }[];
  /** Rows without a number: known again by what they say. */
  unnumbered: number;
}

/** What importing a sheet would do, without doing it. Without `rows` those of the sheet whoever asks has sent in. */
export const ordersPlan = query({
  name: 'orders.plan',
  allow: (who) => mayImportOrders(who) !== null,
  read: async (
    { db, communityId: c, community: home, who, now },
    file: { hash: string; rows?: readonly OrderRow[] | Staged<OrderRow> },
  ): Promise<OrderPlan & { imported: boolean }> => {
    const personId = who.kind === 'person' ? who.personId : 0;
    const kept = { personId, community: home.slug, sheet: 'cases', hash: file.hash };
    const given = file.rows && (file.rows instanceof Staged ? file.rows : Staged.of([...file.rows])).bytes();
    const said = given ? sql`convert_from(${given}::bytea, 'UTF8')::jsonb` : keptRows(kept);
    const [same] = await db
      .select({ id: orderImport.id })
      .from(orderImport)
      .where(and(eq(orderImport.communityId, c), eq(orderImport.hash, Buffer.from(file.hash, 'hex'))))
      .limit(1);
    await db.execute(ROWS_UNKNOWN);
    const moment = sql`${now.toISOString()}::timestamptz`;
    const { rows } = await db.execute<{ plan: OrderPlan }>(sql`
      with ${compared(c, rowsIn(said))},
      fields as (
        select x.row, array_agg(key order by key) as names from compared x,
            lateral (select key from jsonb_each(x.version) full join jsonb_each(x.was) was using (key)
              where jsonb_each.value is distinct from was.value) different
          where x.changed and x.was is not null group by x.row)
      select json_build_object(
        'added', (select count(*) from compared where case_id is null),
        'changed', (select count(*) from compared where changed),
        'unchanged', (select count(*) from sheet) - (select count(*) from compared where case_id is null or changed),
        'unnumbered', (select count(*) from sheet where no = ''),
        'early', coalesce((select json_agg(json_build_object('row', row, 'field', field) order by row) from (
            select row, 'came' as field from sheet where came > ${moment}
            union all select row, 'closed' from sheet where closed > ${moment}) late), '[]'),
        'fresh', coalesce((select json_agg(json_build_object('row', row, 'number', no, 'title', title) order by row)
          from (select row, no, title from compared where case_id is null order by row limit ${LISTED}) x), '[]'),
        'rows', coalesce((select json_agg(json_build_object('row', x.row, 'number', x.number, 'title', x.title,
            'case', x.case_no, 'fields', coalesce(f.names, '{}'), 'caller', x.was is not null and x.other_caller) order by x.row)
          from (select * from compared where changed order by row limit ${LISTED}) x
            left join fields f on f.row = x.row), '[]')) as plan`);
    const [found] = rows;
    const none = { added: 0, changed: 0, unchanged: 0, rows: [], fresh: [], early: [], unnumbered: 0 };
    return { ...(found?.plan ?? none), imported: same !== undefined };
  },
});

/** What was said of headings, the last first. */
export const rememberedColumns = query({
  name: 'orders.columns',
  allow: (who) => mayImportOrders(who) !== null,
  read: async ({ db, communityId }) => {
    const rows = await db
      .select({ heading: sheetMapping.heading, columns: sheetMapping.columns })
      .from(sheetMapping)
      .where(and(eq(sheetMapping.communityId, communityId), eq(sheetMapping.sheet, 'cases')))
      .orderBy(desc(sheetMapping.at))
      .limit(MOST_REMEMBERED);
    return Object.fromEntries(rows.map(({ heading, columns }) => [heading, columns]));
  },
});

const account = {
  id: orderImport.id,
  rows: orderImport.rows,
  added: orderImport.added,
  changed: orderImport.changed,
  at: orderImport.importedAt,
  by: person.name,
};

/** Whoever may bring work orders in, and what was brought in last. */
export const orderImports = query({
  name: 'orders.imports',
  allow: (who) => mayImportOrders(who) !== null,
  read: ({ db, communityId }) =>
    db
      .select(account)
      .from(orderImport)
      .leftJoin(person, eq(person.id, orderImport.importedBy))
      .where(eq(orderImport.communityId, communityId))
      .orderBy(desc(orderImport.id))
      .limit(10),
});

/** What came of a sheet that was brought in here. */
export const orderImportOf = query({
  name: 'orders.import_of',
  allow: (who) => mayImportOrders(who) !== null,
  read: async ({ db, communityId }, { hash }: { hash: string }) => {
    const [one] = await db
      .select(account)
      .from(orderImport)
      .leftJoin(person, eq(person.id, orderImport.importedBy))
      .where(and(eq(orderImport.communityId, communityId), eq(orderImport.hash, Buffer.from(hash, 'hex'))));
    return one;
  },
});

interface Version extends Record<string, unknown> {
  row: number;
  at: string;
  said: Record<string, unknown>;
  rung: boolean;
  againstId: number | null;
  againstRole: Role | null;
}

/** Who has it in hand makes no difference to who reads what sheets said of it. */
const UNGIVEN = {
  reportedBy: null,
  keyId: null,
  households: [],
  given: false,
  agencyRole: null,
  handlerId: null,
  answered: false,
  helpers: [],
  posted: false,
};

/**
 * What sheets said of one order, the last first, for whoever may read it. A column nobody knows may name who called: it is for
 * whoever has to ring them.
 */
export const orderHistory = query({
  name: 'orders.history',
  allow: mayReadCases,
  read: async ({ db, communityId, who }, { no }: { no: number }) => {
    const { rows } = await db.execute<Version>(sql`
      select v.row, v.at, v.said, v.caller is distinct from lead(v.caller) over (order by v.id desc) as rung, k.against_id as "againstId", a.role as "againstRole" from cases k
        join order_version v on v.community_id = k.community_id and v.case_id = k.id
        left join agency a on a.community_id = k.community_id and a.id = k.against_agency_id
       where k.community_id = ${communityId} and k.no = ${no} order by v.id desc`);
    const whole = has(who, 'social-worker', 'hotline');
    return rows
      .filter((one) => mayReadOrder(who, { ...UNGIVEN, againstId: one.againstId, againstRole: one.againstRole }))
      .map(({ row, at, rung, said: { others, ...said } }) => ({
        row,
        at: new Date(at),
        said,
        /** Somebody else called, or from another number, than the sheet before has it: who is on the page of the contact. */
        rung: whole && rung,
        others: whole ? ((others ?? []) as [string, string][]) : [],
      }));
  },
});
