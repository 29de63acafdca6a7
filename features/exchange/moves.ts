import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '@/lib/gate';

/**
 * What a sheet says has no statistics: the database takes it for a hundred rows and would look through all of them for each.
 * Until the end of the transaction it joins by hashing.
 */
export const ROWS_UNKNOWN = sql`set local enable_nestloop = off`;

const COLUMNS = sql`row int, no text, kind text, title text, content text, caller text, phone text, place text,
  category text, came timestamptz, closed timestamptz, resolved text, satisfied text, effective bool, contacted bool,
  said jsonb, others jsonb, blank text[], lacks text[], building int, finished bool, underway bool,
  due timestamptz`;

/** Rows of a sheet that are one JSON array. */
export const rowsIn = (rows: SQL): SQL => sql`select * from jsonb_to_recordset(${rows}) as r(${COLUMNS})`;

/** The rows of a sheet in a table of this transaction, to which some are added at a time. */
export const STAGED = sql`select * from staged_row`;
export const staging = sql`create temp table staged_row (${COLUMNS}) on commit drop`;
export const stageRows = (rows: readonly object[]): SQL =>
  sql`insert into staged_row ${rowsIn(sql`${JSON.stringify(rows)}::jsonb`)}`;

/** What an earlier sheet said of the columns this one has not; of a title or place made from another column, that one decides. */
const KEPT = sql`(select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(v.said) e
  where e.key = any (n.lacks)
    and not (e.key = 'title' and v.said ->> 'title' = left(regexp_replace(v.said ->> 'content', '\\s+', ' ', 'g'), 80))
    and not (e.key = 'place' and coalesce(v.said ->> 'place' in ('', v.said ->> 'village', v.said ->> 'street'), false)))`;

/** Columns of another name: those of this sheet, and before them what an earlier one said of any it has not. */
const OTHERS = sql`(select coalesce(jsonb_agg(o.one order by o.own, o.at), '[]') from (
    select one, at, 0 as own from jsonb_array_elements(v.said -> 'others') with ordinality w (one, at)
      where not (one ->> 0 = any (coalesce(n.blank, '{}')))
        and not exists (select from jsonb_array_elements(n.others) x where x ->> 0 = w.one ->> 0)
    union all select one, at, 1 from jsonb_array_elements(n.others) with ordinality y (one, at)) o)`;
const inOrder = (others: SQL) => sql`(select jsonb_agg(o order by o) from jsonb_array_elements(${others}) o)`;

/**
 * Rows of a sheet beside what is kept, as `compared`: `case_id` of an order that is known, `was` what a sheet said of it last, `version`
 * what stands after this one, `changed` where it is something else. A column the sheet has not changes nothing. An order without a
 * number is known by what it says and when it came.
 */
export const compared = (communityId: number, rows: SQL): SQL => sql`
  sheet as materialized (${rows}),
  numbered as materialized (
    select distinct on (number) * from (
      select s.*, coalesce(nullif(s.no, ''), '#' || left(md5(concat_ws(chr(31), s.content, s.came, s.phone, s.place)), 16)) as number,
          jsonb_strip_nulls(jsonb_build_object('kind', s.kind, 'title', s.title, 'content', s.content, 'place', s.place,
            'category', s.category, 'came', s.came, 'closed', s.closed, 'resolved', s.resolved, 'satisfied', s.satisfied,
            'effective', s.effective, 'contacted', s.contacted)) || s.said as own
        from sheet s) all_rows
    order by number, row),
  known as materialized (
    select id, no as case_no, external_no from cases
     where community_id = ${communityId} and source = '12345' and external_no is not null),
  latest as materialized (
    select distinct on (case_id) case_id, said, caller from order_version where community_id = ${communityId}
     order by case_id, id desc),
  beside as materialized (
    select n.*, k.id as case_id, k.case_no, v.said as was, v.caller as was_called,
        case when v.said is null then n.own else n.own || ${KEPT} end as stands,
        case when v.said is null then n.others else ${OTHERS} end as all_others,
        jsonb_build_object(
          'name', case when 'caller' = any (n.lacks) then coalesce(v.caller ->> 'name', n.caller) else n.caller end,
          'phone', case when 'phone' = any (n.lacks) then coalesce(v.caller ->> 'phone', n.phone) else n.phone end) as called
      from numbered n left join known k on k.external_no = n.number left join latest v on v.case_id = k.id),
  said_now as materialized (
    select b.*, b.stands || case when b.all_others = '[]'::jsonb then '{}'::jsonb
          when ${inOrder(sql`b.all_others`)} = ${inOrder(sql`b.was -> 'others'`)} then jsonb_build_object('others', b.was -> 'others')
          else jsonb_build_object('others', b.all_others) end as version
      from beside b),
  compared as materialized (
    select row, no, number, content, closed, finished, underway, due, building, was, called, case_id, case_no, version,
        version ->> 'kind' as kind, version ->> 'title' as title, version ->> 'place' as place,
        version ->> 'category' as category, (version ->> 'came')::timestamptz as came, called ->> 'name' as caller,
        called ->> 'phone' as phone, was_called is distinct from called as other_caller,
        case_id is not null and (was, was_called) is distinct from (version, called) as changed
      from said_now)`;

/** One sheet after the other; the lock under which cases get their numbers. */
export const holdOrders = ({ db, communityId }: Pick<Scope, 'db' | 'communityId'>) =>
  db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('cases'))`);
