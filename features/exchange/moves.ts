import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '@/lib/gate';

/**
 * What a sheet says has no statistics: the database takes it for a hundred rows and would look through all of them for each.
 * Until the end of the transaction it joins by hashing.
 */
export const ROWS_UNKNOWN = sql`set local enable_nestloop = off`;

const COLUMNS = sql`row int, no text, kind text, title text, content text, caller text, phone text, place text,
  category text, came timestamptz, closed timestamptz, resolved text, satisfied text, effective bool, contacted bool,
  said jsonb, others jsonb, building int, finished bool, underway bool,
  due timestamptz`;

/** Rows of a sheet that are one JSON array. */
export const rowsIn = (rows: SQL): SQL => sql`select * from jsonb_to_recordset(${rows}) as r(${COLUMNS})`;

/** The rows of a sheet in a table of this transaction, to which some are added at a time. */
export const STAGED = sql`select * from staged_row`;
export const staging = sql`create temp table staged_row (${COLUMNS}) on commit drop`;
export const stageRows = (rows: readonly object[]): SQL =>
  sql`insert into staged_row ${rowsIn(sql`${JSON.stringify(rows)}::jsonb`)}`;

/**
 * Rows of a sheet beside what is kept, as `compared`: `case_id` of an order that is known, `was` what a sheet said of it last, `version`
 * what this one says, `changed` where it is something else. An order without a number is known by what it says and when it came.
 */
export const compared = (communityId: number, rows: SQL): SQL => sql`
  sheet as materialized (${rows}),
  numbered as materialized (
    select distinct on (number) * from (
      select s.*, coalesce(nullif(s.no, ''), '#' || left(md5(concat_ws(chr(31), s.content, s.came, s.phone, s.place)), 16)) as number,
          jsonb_strip_nulls(jsonb_build_object('kind', s.kind, 'title', s.title, 'content', s.content, 'place', s.place,
            'category', s.category, 'came', s.came, 'closed', s.closed, 'resolved', s.resolved, 'satisfied', s.satisfied,
            'effective', s.effective, 'contacted', s.contacted)) || s.said
            || case when s.others = '[]'::jsonb then '{}'::jsonb else jsonb_build_object('others', s.others) end as version,
          jsonb_build_object('name', s.caller, 'phone', s.phone) as called
        from sheet s) all_rows
    order by number, row),
  known as materialized (
    select id, no as case_no, external_no from cases
     where community_id = ${communityId} and source = '12345' and external_no is not null),
  latest as materialized (
    select distinct on (case_id) case_id, said, caller from order_version where community_id = ${communityId}
     order by case_id, id desc),
  compared as materialized (
    select n.*, k.id as case_id, k.case_no, v.said as was, v.caller is distinct from n.called as other_caller,
        k.id is not null and (v.said, v.caller) is distinct from (n.version, n.called) as changed
      from numbered n left join known k on k.external_no = n.number left join latest v on v.case_id = k.id)`;

/** One sheet after the other; the lock under which cases get their numbers. */
export const holdOrders = ({ db, communityId }: Pick<Scope, 'db' | 'communityId'>) =>
  db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('cases'))`);
