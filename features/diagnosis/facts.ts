import { type SQL, sql } from 'drizzle-orm';

/** What ends a matter is said last: no report follows it. `of`: the alias of the row of `crack`. */
export const isUnderWay = (
  of: SQL,
) => sql`not exists (select from crack_report o where o.community_id = ${of}.community_id
  and o.crack_id = ${of}.id and o.state in ('done', 'dropped'))`;
